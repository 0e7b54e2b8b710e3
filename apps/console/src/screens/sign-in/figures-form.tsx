import { staff as staffEndpoints } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FiguresField } from '../../components/figures-field.tsx';
import { adoptSession, signOut } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';

/** The six figures of the authenticator, at set-up and at every sign-in. */
export function FiguresForm(): JSX.Element {
  const words = texts().signIn;
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const show = useCommand(staffEndpoints.showSecondFactor);

  async function submit(figures: string): Promise<void> {
    if (figures.length < 6) {
      setShort(true);
      return;
    }
    const answer = await show.run({ body: { code: figures } });
    if (answer === null) return;
    if (answer.ok) adoptSession(answer.value);
    else setCode('');
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(code);
      }}
    >
      {show.failure !== null && <FailureNotice failure={show.failure} />}
      <FiguresField
        label={words.code}
        value={code}
        error={short ? words.codeShort : null}
        onInput={(value) => {
          setCode(value);
          setShort(false);
        }}
        onComplete={(value) => void submit(value)}
      />
      <div class="actions actions-spread">
        <Button type="submit" look="primary" size="large" busy={show.busy}>
          {words.confirm}
        </Button>
        <Button look="quiet" onPress={() => void signOut()}>
          {words.otherAccount}
        </Button>
      </div>
    </form>
  );
}
