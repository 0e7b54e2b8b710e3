import { counter } from '@anzai/contract';
import type { CallResult } from '@anzai/contract';
import { formatInstant } from '@anzai/i18n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '@anzai/ui';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Screen } from '../../shell/screen.tsx';
import { agency } from '../../state/agency.ts';
import { callApi } from '../../state/api.ts';
import { problemOf } from '../../state/render-problem.ts';
import { getWords } from '../../state/texts.ts';

type StaffAccount = Extract<CallResult<typeof counter.listOutbox>, { ok: true }>['value']['staff'][number];

function StaffPart({ staff }: { readonly staff: readonly StaffAccount[] }): JSX.Element {
  const texts = getWords().web.outbox;
  return (
    <section class="stack">
      <h2>{texts.staffTitle}</h2>
      <p class="quiet">{texts.staffLead}</p>
      <ul class="list">
        {staff.map((one) => (
          <li class="message" key={one.login}>
            <p>
              <strong>{one.login}</strong> · {one.name}
            </p>
            <p>{one.password}</p>
            <p class="quiet">
              {texts.staffFigures} <strong class="figures">{one.figures}</strong>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Messages = Extract<CallResult<typeof counter.listOutbox>, { ok: true }>['value']['messages'];

function MessageList({ messages }: { readonly messages: Messages }): JSX.Element {
  const { web, locale } = getWords();
  const timeZone = agency.value?.timeZone ?? 'Asia/Shanghai';
  return (
    <ul class="list">
      {messages.map((message) => (
        <li class="message" key={message.id}>
          <p class="quiet">
            {web.outbox.to(message.to)} ·{' '}
            <time dateTime={message.at}>{formatInstant(locale, message.at, timeZone)}</time>
          </p>
          <p>{message.text}</p>
        </li>
      ))}
    </ul>
  );
}

/** Demonstration only: the messages that would have gone to a telephone. */
export function OutboxScreen(): JSX.Element {
  const { web } = getWords();
  const texts = web.outbox;
  const [result, setResult] = useState<CallResult<typeof counter.listOutbox>>();
  const load = (): void => void callApi(counter.listOutbox, {}).then(setResult);
  useEffect(load, []);
  const messages = result?.ok === true ? result.value.messages : [];
  const staff = result?.ok === true ? result.value.staff : [];
  return (
    <Screen title={texts.title} lead={texts.lead} back="/">
      <Button icon="refresh" onPress={load}>
        {texts.refresh}
      </Button>
      {result?.ok === false && <ProblemNotice problem={problemOf(result)} />}
      {result?.ok === true && messages.length === 0 && <p class="quiet">{texts.empty}</p>}
      <MessageList messages={messages} />
      {staff.length > 0 && <StaffPart staff={staff} />}
    </Screen>
  );
}
