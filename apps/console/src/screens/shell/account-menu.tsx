import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Segments } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { path, to } from '../../state/route.ts';
import { getStaff, signOut } from '../../state/session.ts';
import { locale, texts } from '../../state/texts.ts';
import { chooseTheme, theme, themes } from '../../state/theme.ts';
import { LocaleSelect } from './locale-select.tsx';

/** Who is signed in; own password, language, appearance, sign out. */
export function AccountMenu(): JSX.Element {
  const words = texts();
  const staff = getStaff();
  const details = useRef<HTMLDetailsElement>(null);
  const here = path.value;
  useEffect(() => {
    if (details.current !== null) details.current.open = false;
  }, [here]);
  useEffect(() => {
    const close = (event: Event): void => {
      const outside = event.target instanceof Node && details.current?.contains(event.target) === false;
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      if (details.current !== null && (outside || escaped)) details.current.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details class="account" ref={details}>
      <summary>
        <Icon name="person" />
        <span class="account-who">
          <strong>{staff.name}</strong>
          <span class="quiet">
            {words.roles[staff.role]} · {staff.outletName?.[locale.value] ?? words.account.noOutlet}
          </span>
        </span>
      </summary>
      <div class="account-panel">
        <LocaleSelect />
        <Segments
          label={words.account.theme}
          value={theme.value}
          choices={themes.map((value) => ({ value, label: words.account.themes[value] }))}
          onChange={chooseTheme}
        />
        <div class="account-actions">
          <ButtonLink href={to('/password')} look="quiet" icon="key">
            {words.account.password}
          </ButtonLink>
          <Button look="quiet" icon="exit" onPress={() => void signOut()}>
            {words.account.signOut}
          </Button>
        </div>
      </div>
    </details>
  );
}
