import { agency as endpoints } from '@anzai/contract';
import type { CallResult } from '@anzai/contract';
import type { Way } from '@anzai/domain';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ButtonLink, Card, Icon } from '@anzai/ui';
import { CallButton } from '../../shell/office-block.tsx';
import { Screen } from '../../shell/screen.tsx';
import { callApi } from '../../state/api.ts';
import { getWords } from '../../state/texts.ts';
import { OutletList } from './outlet-list.tsx';
import { wayIcons } from './ways-screen.tsx';

/** What holds for everyone; which of them are open to a person is known once we know who it is. */
const told: readonly Way[] = ['counter', 'street-office', 'bank', 'home-visit', 'trustee', 'abroad'];

/** For whoever has not signed in: no telephone, no face, and still a way. */
export function PublicWaysScreen(): JSX.Element {
  const { web } = getWords();
  const [result, setResult] = useState<CallResult<typeof endpoints.listOutlets>>();
  useEffect(() => void callApi(endpoints.listOutlets, { query: {} }).then(setResult), []);
  return (
    <Screen
      title={web.ways.title}
      lead={web.ways.leadPublic}
      back="/"
      says={told.flatMap((way) => [web.ways.names[way], web.ways.hints[way]])}
    >
      <CallButton look="primary" />
      <ul class="lines">
        {told.map((way) => (
          <li class="line-with-icon way-line" key={way}>
            <Icon name={wayIcons[way]} size={1.5} />
            <span class="row-words">
              <strong>{web.ways.names[way]}</strong>
              <span>{web.ways.hints[way]}</span>
            </span>
          </li>
        ))}
      </ul>
      <Card title={web.ways.where}>
        {result?.ok === true ? <OutletList outlets={result.value.outlets} /> : <p>{web.ways.noOutlets}</p>}
      </Card>
      <ButtonLink href="/for-whom" icon="arrow-right">
        {web.welcome.begin}
      </ButtonLink>
    </Screen>
  );
}
