import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextArea } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { newId } from '../../state/api.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { CaseDetail, CaseSummary } from '../../state/wire.ts';
import { listOptions, type Decision, type Option } from './case-options.ts';

function OptionButton(props: {
  readonly option: Option;
  readonly number: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): JSX.Element {
  const { option, chosen } = props;
  return (
    <label class={chosen ? 'option option-on' : 'option'}>
      <input type="radio" name="decision" checked={chosen} onChange={props.onChoose} />
      <Icon name={option.icon} />
      <span>
        <strong>{option.label}</strong>
        {chosen && <span class="hint">{option.effect}</span>}
      </span>
      <kbd aria-hidden="true">{props.number}</kbd>
    </label>
  );
}

function SecondNotice({ detail }: { readonly detail: CaseDetail }): JSX.Element | null {
  const first = detail.decisions.at(-1);
  if (detail.summary.state !== 'waiting-second' || first === undefined) return null;
  return <Notice tone="attention" title={texts().review.secondNeeded(first.by)} />;
}

/** Choose with 1–4, say why, confirm. What a choice will do is shown before it is confirmed. */
export function DecisionForm(props: {
  readonly detail: CaseDetail;
  readonly onDecided: (summary: CaseSummary) => void;
}): JSX.Element {
  const words = texts().review;
  const { summary } = props.detail;
  const options = listOptions(summary.kind);
  const id = useRef(newId());
  const [decision, setDecision] = useState<Decision | null>(null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'none' | 'choice' | 'reason'>('none');
  const decide = useCommand(counter.decideCase);
  const form = useRef<HTMLFormElement>(null);

  function choose(next: Decision): void {
    setDecision(next);
    setWrong('none');
    form.current?.querySelector('textarea')?.focus();
  }

  async function submit(): Promise<void> {
    if (decision === null) return setWrong('choice');
    if (reason.trim().length < 3) return setWrong('reason');
    const body = { id: id.current, decision, reason: reason.trim() };
    const answer = await decide.run({ params: { caseId: summary.id }, body });
    if (answer === null) return;
    // A settled answer ends this decision's name; another decision is another one.
    id.current = newId();
    if (answer.ok) props.onDecided(answer.value);
  }

  useShortcuts(
    options.map((option, index) => ({
      keys: String(index + 1),
      label: option.label,
      where: 'here' as const,
      run: () => choose(option.decision),
    })),
  );
  return (
    <form
      ref={form}
      class="form decision"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SecondNotice detail={props.detail} />
      {decide.failure !== null && <FailureNotice failure={decide.failure} />}
      <fieldset class="options">
        <legend class="hidden">{words.decide}</legend>
        {options.map((option, index) => (
          <OptionButton
            key={option.decision}
            option={option}
            number={index + 1}
            chosen={decision === option.decision}
            onChoose={() => choose(option.decision)}
          />
        ))}
      </fieldset>
      {wrong === 'choice' && (
        <p class="error" role="alert">
          {words.choose}
        </p>
      )}
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        error={wrong === 'reason' ? words.reasonShort : null}
        value={reason}
        onInput={setReason}
      />
      <Button type="submit" look="primary" busy={decide.busy} keys="Ctrl ↵">
        {words.submit}
      </Button>
    </form>
  );
}
