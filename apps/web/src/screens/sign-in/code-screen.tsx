import { account } from '@anzai/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, ButtonLink, CodeField, Notice } from '@anzai/ui';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Screen } from '../../shell/screen.tsx';
import { useAction } from '../../shell/use-action.ts';
import { callApi } from '../../state/api.ts';
import { getDeviceId } from '@anzai/capture';
import { changeDraft, draft } from '../../state/draft.ts';
import { getWords } from '../../state/texts.ts';
import { goOnSignedIn } from './go-on-signed-in.ts';

/** Seconds until the next message may be asked for, counted by the clock so that a sleeping telephone is right too. */
function useSecondsUntil(atMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now());
  const left = Math.max(0, Math.ceil((atMs - nowMs) / 1000));
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = globalThis.setInterval(() => setNowMs(Date.now()), 1000);
    return () => globalThis.clearInterval(timer);
  }, [waiting, atMs]);
  return left;
}

function ResendButton({ phone }: { readonly phone: string }): JSX.Element {
  const { web, locale } = getWords();
  const texts = web.code;
  const [resent, setResent] = useState(false);
  const sending = useAction();
  const secondsLeft = useSecondsUntil(draft.value.resendAtMs ?? 0);
  const resend = (): void =>
    sending.run(
      async () => callApi(account.requestCode, { body: { phone, locale } }),
      (value) => {
        changeDraft({ resendAtMs: Date.now() + value.resendAfterSeconds * 1000 });
        setResent(true);
      },
    );
  return (
    <>
      {resent && (
        <Notice tone="good" announce>
          <p>{texts.resent}</p>
        </Notice>
      )}
      {sending.failure !== undefined && <ProblemNotice problem={sending.failure.problem} />}
      {secondsLeft > 0 ? (
        <p class="waiting-line">{texts.resendIn(secondsLeft)}</p>
      ) : (
        <Button icon="message" busy={sending.busy} busyText={web.common.sending} onPress={resend}>
          {texts.resend}
        </Button>
      )}
    </>
  );
}

export function CodeScreen(): JSX.Element {
  const { web } = getWords();
  const texts = web.code;
  const phone = draft.value.phone ?? '';
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const signing = useAction();
  const wrong = signing.failure?.problem;
  // Wrong figures make room for the right ones; figures that the network lost stay.
  useEffect(() => {
    if (wrong !== undefined) setCode('');
  }, [wrong]);
  const signIn = (figures: string): void =>
    signing.run(
      async () => callApi(account.signIn, { body: { phone, code: figures, deviceId: getDeviceId() } }),
      goOnSignedIn,
    );
  return (
    <Screen title={texts.title} lead={texts.lead(phone)} back="/sign-in">
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (code.length < 6) setShort(true);
          else signIn(code);
        }}
      >
        <CodeField
          label={texts.field}
          value={code}
          problem={short ? texts.incomplete : undefined}
          onInput={(figures) => {
            setCode(figures);
            setShort(false);
            signing.clear();
          }}
          onFull={signIn}
        />
        {signing.failure !== undefined && <ProblemNotice problem={signing.failure.problem} />}
        <Button look="primary" type="submit" icon="arrow-right" busy={signing.busy} busyText={web.common.sending}>
          {texts.check}
        </Button>
      </form>
      <ResendButton phone={phone} />
      <ButtonLink look="quiet" href="/sign-in">
        {texts.changePhone}
      </ButtonLink>
    </Screen>
  );
}
