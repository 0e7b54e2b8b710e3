import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { navigate, to } from '../../state/route.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { texts } from '../../state/texts.ts';

/** Finds a person from anywhere; `/` brings the cursor here. */
export function FindBox(): JSX.Element {
  const words = texts();
  const input = useRef<HTMLInputElement>(null);
  const [q, setQ] = useState('');
  useShortcuts([
    {
      keys: '/',
      label: words.shortcuts.find,
      where: 'global',
      run: () => {
        const onPage = document.querySelector<HTMLInputElement>('[data-find="page"]');
        (onPage ?? input.current)?.focus();
        (onPage ?? input.current)?.select();
      },
    },
  ]);
  return (
    <search class="find-box">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          navigate(to('/find'), { memory: { q: q.trim() } });
          setQ('');
        }}
      >
        <Icon name="find" />
        <input
          ref={input}
          type="text"
          aria-label={words.findLabel}
          placeholder={words.findPlaceholder}
          value={q}
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  );
}
