import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { texts } from '../state/texts.ts';

type FieldBase = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly optional?: boolean;
};

type Wiring = { readonly id: string; readonly describedBy: string | undefined };

function Frame(props: FieldBase & { readonly wiring: Wiring; readonly children: ComponentChildren }): JSX.Element {
  const { wiring, error = null } = props;
  return (
    <div class={error === null ? 'field' : 'field field-wrong'}>
      <label for={wiring.id}>
        {props.label}
        {props.optional === true && <span class="quiet"> · {texts().common.optional}</span>}
      </label>
      {props.children}
      {props.hint !== undefined && error === null && (
        <p class="hint" id={`${wiring.id}-hint`}>
          {props.hint}
        </p>
      )}
      {error !== null && (
        <p class="error" id={`${wiring.id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function useWiring(props: FieldBase): Wiring {
  const id = useId();
  if (typeof props.error === 'string') return { id, describedBy: `${id}-error` };
  return { id, describedBy: props.hint === undefined ? undefined : `${id}-hint` };
}

export type TextFieldProps = FieldBase & {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly focusFirst?: boolean;
  readonly figures?: boolean;
  readonly required?: boolean;
};

export function TextField(props: TextFieldProps): JSX.Element {
  const wiring = useWiring(props);
  const attributes = {
    id: wiring.id,
    class: props.figures === true ? 'input figures' : 'input',
    value: props.value,
    autocomplete: props.autoComplete ?? 'off',
    maxLength: props.maxLength ?? 200,
    spellcheck: false,
    required: props.required ?? false,
    'aria-invalid': typeof props.error === 'string',
    'aria-describedby': wiring.describedBy,
    'data-autofocus': props.focusFirst,
    onInput: (event: InputEvent & { readonly currentTarget: HTMLInputElement }) =>
      props.onInput(event.currentTarget.value),
  };
  return (
    <Frame {...props} wiring={wiring}>
      {props.type === 'password' ? <input type="password" {...attributes} /> : <input type="text" {...attributes} />}
    </Frame>
  );
}

export function TextArea(props: TextFieldProps & { readonly rows?: number }): JSX.Element {
  const wiring = useWiring(props);
  return (
    <Frame {...props} wiring={wiring}>
      <textarea
        id={wiring.id}
        class="input"
        rows={props.rows ?? 3}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
        value={props.value}
        maxLength={props.maxLength ?? 1000}
        aria-invalid={typeof props.error === 'string'}
        aria-describedby={wiring.describedBy}
        data-autofocus={props.focusFirst}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Frame>
  );
}

export type Choice<V extends string> = { readonly value: V; readonly label: string };

export function Select<V extends string>(
  props: FieldBase & {
    readonly value: V;
    readonly choices: readonly Choice<V>[];
    readonly onChange: (value: V) => void;
  },
): JSX.Element {
  const wiring = useWiring(props);
  return (
    <Frame {...props} wiring={wiring}>
      <select
        id={wiring.id}
        class="input"
        value={props.value}
        aria-describedby={wiring.describedBy}
        onChange={(event) => {
          const chosen = props.choices.find((one) => one.value === event.currentTarget.value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function CheckBox(props: {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string;
}): JSX.Element {
  const id = useId();
  return (
    <div class="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      {props.hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

/** One choice of a few, all visible, with the arrow keys. */
export function Segments<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend>{props.label}</legend>
      <div>
        {props.choices.map((choice) => (
          <label key={choice.value} class={choice.value === props.value ? 'segment segment-on' : 'segment'}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
