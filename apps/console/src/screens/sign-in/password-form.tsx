import { staff as staffEndpoints } from '@anzai/contract';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { CheckBox, TextField } from '../../components/field.tsx';
import { adoptSession } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';

export function PasswordForm(): JSX.Element {
  const words = texts().signIn;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const signIn = useCommand(staffEndpoints.staffSignIn);
  useEffect(() => {
    document.title = words.title;
    form.current?.querySelector('input')?.focus();
  }, []);

  async function submit(): Promise<void> {
    const answer = await signIn.run({ body: { login: login.trim(), password } });
    if (answer?.ok === true) adoptSession(answer.value);
    else setPassword('');
  }

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {signIn.failure !== null && <FailureNotice failure={signIn.failure} />}
      <TextField label={words.login} value={login} onInput={setLogin} autoComplete="username" required />
      <TextField
        label={words.password}
        value={password}
        onInput={setPassword}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        required
      />
      <CheckBox label={words.showPassword} checked={shown} onChange={setShown} />
      <Button type="submit" look="primary" size="large" busy={signIn.busy}>
        {words.submit}
      </Button>
      <p class="quiet small">{words.withoutFace}</p>
    </form>
  );
}
