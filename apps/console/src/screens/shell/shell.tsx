import { counter } from '@anzai/contract';
import { BrandMark } from '@anzai/ui';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { agency } from '../../state/agency.ts';
import { call } from '../../state/api.ts';
import { navigate, path, to } from '../../state/route.ts';
import { may } from '../../state/session.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { locale, texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import { AccountMenu } from './account-menu.tsx';
import { FindBox } from './find-box.tsx';

import { Navigation } from './navigation.tsx';
import { listPlaces } from './places.ts';
import { renderRoute } from './routes.tsx';
import { ShortcutDialog } from './shortcut-dialog.tsx';

function DemonstrationBadge(): JSX.Element | null {
  const engine = useResource('engine', () => call(counter.getEngineStatus, {}));
  if (engine.value?.warning !== 'demonstration-only') return null;
  return (
    <a class="demonstration" href={to('/engine')}>
      <Icon name="alert" size={16} />
      <span>{texts().demonstrationOnly}</span>
    </a>
  );
}

function Side({ onHelp }: { readonly onHelp: () => void }): JSX.Element {
  const words = texts();
  return (
    <aside class="side" aria-label={words.product}>
      <div class="side-fixed">
        <a class="brand" href={to('/')}>
          <BrandMark sizePx={36} />
          <span>
            <span class="brand-name">{words.product}</span>
            <span class="brand-agency">{agency.value?.name[locale.value] ?? words.console}</span>
          </span>
        </a>
        <Navigation />
        <div class="side-foot">
          {may('engine:read') && <DemonstrationBadge />}
          <button type="button" class="nav-item" onClick={onHelp}>
            <Icon name="keyboard" />
            <span>{words.shortcuts.open}</span>
            <kbd aria-hidden="true">?</kbd>
          </button>
        </div>
      </div>
    </aside>
  );
}

/** Navigation at the left, find and the account above, the screen in the middle. */
export function Shell(): JSX.Element {
  const words = texts();
  const [help, setHelp] = useState(false);
  useShortcuts([
    { keys: '?', label: words.shortcuts.help, where: 'global', run: () => setHelp(true) },
    ...listPlaces()
      .flatMap((group) => group.places)
      .map((item) => ({
        keys: `g ${item.key}`,
        label: words.shortcuts.go(item.label),
        where: 'global' as const,
        run: () => navigate(to(item.path)),
      })),
  ]);
  return (
    <div class="shell">
      <a class="skip" href="#main">
        {words.skipToContent}
      </a>
      <Side onHelp={() => setHelp(true)} />
      <div class="stage">
        <header class="bar">
          {may('people:read') ? <FindBox /> : <span />}
          <AccountMenu />
        </header>
        <main id="main" tabIndex={-1}>
          {renderRoute(path.value)}
        </main>
      </div>
      {help && <ShortcutDialog onClose={() => setHelp(false)} />}
    </div>
  );
}
