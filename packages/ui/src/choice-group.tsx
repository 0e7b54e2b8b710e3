import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export type Choice<Value extends string> = { readonly value: Value; readonly label: string; readonly hint?: string };

type ChoiceGroupProps<Value extends string> = {
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
};

/** One of several, each a large target with its words. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>): JSX.Element {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend class="field-label">{props.legend}</legend>
      {props.choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === props.value}
            onChange={() => props.onChoose(choice.value)}
          />
          <span class="choice-words">
            <span>{choice.label}</span>
            {choice.hint !== undefined && <span class="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
