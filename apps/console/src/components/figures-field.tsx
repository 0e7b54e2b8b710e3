import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/** Six figures in one field: typed, pasted or filled in by the browser; the sixth sends it. */
export function FiguresField(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onComplete: (value: string) => void;
  readonly error: string | null;
}): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div class={props.error === null ? 'field' : 'field field-wrong'}>
      <label for={id}>{props.label}</label>
      <input
        ref={input}
        id={id}
        class="input figures-six"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={9}
        value={props.value}
        aria-invalid={props.error !== null}
        aria-describedby={props.error === null ? undefined : `${id}-error`}
        onInput={(event) => {
          const digits = event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 6);
          event.currentTarget.value = digits;
          props.onInput(digits);
          if (digits.length === 6) props.onComplete(digits);
        }}
      />
      {props.error !== null && (
        <p class="error" id={`${id}-error`} role="alert">
          {props.error}
        </p>
      )}
    </div>
  );
}
