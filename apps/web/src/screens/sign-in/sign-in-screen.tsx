import { account } from '@anzai/contract';
import { parsePhone } from '@anzai/domain';
import { renderNext } from '@anzai/i18n/problems/problem-text';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Field } from '@anzai/ui';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Screen } from '../../shell/screen.tsx';
import { useAction } from '../../shell/use-action.ts';
import { callApi } from '../../state/api.ts';
import { changeDraft, draft } from '../../state/draft.ts';
import { navigate } from '../../state/route.ts';
import { getWords } from '../../state/texts.ts';
import { canUsePasskey, signInWithPasskey } from '../passkey/passkey.ts';
import { goOnSignedIn } from './go-on-signed-in.ts';

function toPhoneProblem(): string {
  const { problems, web, locale } = getWords();
  const told = problems['account.phone_invalid'];
  if (told === undefined) return web.signIn.phoneMissing;
  return `${told.title}${locale === 'en' ? '. ' : '。'}${renderNext(told, {})}`;
}

/** A telephone number; no password anywhere. */
export function SignInScreen(): JSX.Element {
  const { web, locale } = getWords();
  const texts = web.signIn;
  const [phone, setPhone] = useState(draft.value.typedPhone ?? draft.value.phone ?? '');
  const [problem, setProblem] = useState<string>();
  const [passkeys, setPasskeys] = useState(false);
  const sending = useAction();
  const passkey = useAction();
  useEffect(() => void canUsePasskey().then(setPasskeys), []);
  const send = (): void => {
    if (phone.trim() === '') return setProblem(texts.phoneMissing);
    if (!parsePhone(phone).ok) return setProblem(toPhoneProblem());
    return sending.run(
      async () => callApi(account.requestCode, { body: { phone: phone.trim(), locale } }),
      (value) => {
        changeDraft({ phone: phone.trim(), resendAtMs: Date.now() + value.resendAfterSeconds * 1000 });
        navigate('/code');
      },
    );
  };
  const lead = draft.value.acting === 'helper' ? texts.leadHelper : texts.leadSelf;
  return (
    <Screen title={texts.title} lead={lead} back="/for-whom" says={[texts.phone]}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          label={texts.phone}
          hint={texts.phoneHint}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          name="phone"
          maxLength={30}
          value={phone}
          problem={problem}
          onInput={(value) => {
            setPhone(value);
            changeDraft({ typedPhone: value });
            setProblem(undefined);
          }}
        />
        {sending.failure !== undefined && <ProblemNotice problem={sending.failure.problem} />}
        <Button look="primary" type="submit" icon="message" busy={sending.busy} busyText={web.common.sending}>
          {texts.send}
        </Button>
      </form>
      {passkeys && (
        <>
          <Button
            icon="key"
            hint={texts.passkeyHint}
            busy={passkey.busy}
            onPress={() => passkey.run(signInWithPasskey, goOnSignedIn)}
          >
            {texts.passkey}
          </Button>
          {passkey.failure !== undefined && <ProblemNotice problem={passkey.failure.problem} />}
        </>
      )}
    </Screen>
  );
}
