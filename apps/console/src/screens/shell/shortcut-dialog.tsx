import type { JSX } from 'preact';
import { Dialog } from '../../components/dialog.tsx';
import { CheckBox } from '../../components/field.tsx';
import { activeShortcuts, setSingleKeys, singleKeys, type Shortcut } from '../../state/shortcuts.ts';
import { texts } from '../../state/texts.ts';

function Keys({ keys }: { readonly keys: string }): JSX.Element {
  const [first, second] = keys.split(' ');
  return (
    <>
      <kbd>{first}</kbd>
      {second !== undefined && (
        <>
          {' '}
          {texts().shortcuts.thenKey} <kbd>{second}</kbd>
        </>
      )}
    </>
  );
}

function List({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="shortcuts">
        {shortcuts.map((one) => (
          <div key={one.keys}>
            <dt>
              <Keys keys={one.keys} />
            </dt>
            <dd>{one.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function ShortcutDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const words = texts().shortcuts;
  const all = activeShortcuts();
  const here = all.filter((one) => one.where === 'here');
  return (
    <Dialog title={words.title} onClose={onClose}>
      {here.length > 0 && <List title={words.here} shortcuts={here} />}
      <List title={words.global} shortcuts={all.filter((one) => one.where === 'global')} />
      <CheckBox
        label={words.singleKeys}
        hint={words.singleKeysHint}
        checked={singleKeys.value}
        onChange={setSingleKeys}
      />
    </Dialog>
  );
}
