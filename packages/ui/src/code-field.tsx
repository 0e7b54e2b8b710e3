import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { readFigures } from './read-figures.ts';

type CodeFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (figures: string) => void;
  /** Called once all six figures are there. */
  readonly onFull: (figures: string) => void;
  readonly problem?: string | undefined;
};

const PLACES = [0, 1, 2, 3, 4, 5] as const;

/**
 * Six large boxes painted under one real field, so that pasting, the telephone's offer to fill in the code, deleting and a
 * screen reader all work as in any other field.
 */
export function CodeField({ label, value, onInput, onFull, problem }: CodeFieldProps): JSX.Element {
  const id = useId();
  const [focused, setFocused] = useState(false);
  const take = (text: string): void => {
    const figures = readFigures(text);
    onInput(figures);
    if (figures.length === PLACES.length && figures !== value) onFull(figures);
  };
  const current = Math.min(value.length, PLACES.length - 1);
  return (
    <div class={problem === undefined ? 'field' : 'field field-problem'}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="code-field">
        <div class="code-boxes" aria-hidden="true">
          {PLACES.map((place) => (
            <span key={place} class={focused && place === current ? 'code-box code-box-current' : 'code-box'}>
              {value[place] ?? ''}
            </span>
          ))}
        </div>
        <input
          class="code-input"
          id={id}
          name="one-time-code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={value}
          aria-invalid={problem === undefined ? undefined : 'true'}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onInput={(event) => {
            take(event.currentTarget.value);
            // What is not a figure must not stay in the field when the figures have not changed.
            event.currentTarget.value = readFigures(event.currentTarget.value);
          }}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
      </div>
      <output class="field-status">
        {problem !== undefined && (
          <span class="field-message field-message-problem" id={`${id}-problem`}>
            <Icon name="alert" />
            <span>{problem}</span>
          </span>
        )}
      </output>
    </div>
  );
}
