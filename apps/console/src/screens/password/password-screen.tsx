import { staff as staffEndpoints } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { getStaff } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';

export function PasswordScreen(): JSX.Element {
  const words = texts().password;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [differs, setDiffers] = useState(false);
  const [changed, setChanged] = useState(false);
  const change = useCommand(staffEndpoints.changePassword);

  async function submit(): Promise<void> {
    setDiffers(next !== repeat);
    if (next !== repeat) return;
    const answer = await change.run({ body: { current, next } });
    if (answer?.ok !== true) return;
    setChanged(true);
    setCurrent('');
    setNext('');
    setRepeat('');
  }

  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      {changed && <Notice tone="success" live title={words.changed} />}
      {change.failure !== null && <FailureNotice failure={change.failure} />}
      <form
        class="panel form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <input
          class="hidden"
          type="text"
          autocomplete="username"
          value={getStaff().login}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <TextField
          label={words.current}
          type="password"
          autoComplete="current-password"
          value={current}
          onInput={setCurrent}
          focusFirst
          required
        />
        <TextField
          label={words.next}
          hint={words.hint}
          type="password"
          autoComplete="new-password"
          value={next}
          onInput={setNext}
          required
        />
        <TextField
          label={words.repeat}
          type="password"
          autoComplete="new-password"
          value={repeat}
          onInput={setRepeat}
          error={differs ? words.differs : null}
          required
        />
        <Button type="submit" look="primary" busy={change.busy}>
          {words.submit}
        </Button>
      </form>
    </Page>
  );
}
