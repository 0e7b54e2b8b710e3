import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onLeave?: () => void;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; announced when it appears. */
  readonly problem?: string | undefined;
  /** What is already known to be right, e.g. "the figures fit". */
  readonly confirmation?: string | undefined;
  /** The value once more in large groups, easier to compare with a card. */
  readonly echo?: string | undefined;
  readonly type?: 'text' | 'tel' | 'password' | 'search';
  readonly inputMode?: 'text' | 'tel' | 'numeric';
  readonly autoComplete?: string;
  readonly name?: string;
  readonly maxLength?: number;
  readonly spellCheck?: boolean;
};

type FieldMessageProps = {
  readonly id: string;
  readonly problem: string | undefined;
  readonly confirmation: string | undefined;
};

function FieldMessage({ id, problem, confirmation }: FieldMessageProps): JSX.Element {
  return (
    <output class="field-status">
      {problem !== undefined && (
        <span class="field-message field-message-problem" id={id}>
          <Icon name="alert" />
          <span>{problem}</span>
        </span>
      )}
      {problem === undefined && confirmation !== undefined && (
        <span class="field-message field-message-good">
          <Icon name="check" />
          <span>{confirmation}</span>
        </span>
      )}
    </output>
  );
}

export function Field(props: FieldProps): JSX.Element {
  const id = useId();
  const { label, value, onInput, onLeave, hint, problem, confirmation, type = 'text', ...rest } = props;
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean);
  return (
    <div class={problem === undefined ? 'field' : 'field field-problem'}>
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        class="field-input"
        id={id}
        // The element's types part by this value; all four take the same attributes here.
        type={type as 'text'}
        value={value}
        name={rest.name}
        inputMode={rest.inputMode}
        autoComplete={rest.autoComplete}
        maxLength={rest.maxLength}
        autoCapitalize="off"
        autoCorrect="off"
        spellcheck={rest.spellCheck ?? false}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onLeave}
      />
      {props.echo !== undefined && (
        <p class="field-echo" aria-hidden="true">
          {props.echo}
        </p>
      )}
      <FieldMessage id={`${id}-problem`} problem={problem} confirmation={confirmation} />
    </div>
  );
}
