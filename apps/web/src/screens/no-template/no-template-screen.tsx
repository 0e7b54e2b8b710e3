import { agency as endpoints } from '@anzai/contract';
import type { CallResult } from '@anzai/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ButtonLink, Card, Notice, Picture } from '@anzai/ui';
import { CallButton } from '../../shell/office-block.tsx';
import { Screen } from '../../shell/screen.tsx';
import { callApi } from '../../state/api.ts';
import { getWords } from '../../state/texts.ts';
import { OutletList } from '../ways/outlet-list.tsx';

/** Why a counter comes first, where it is, and what to do when one can't go. */
export function NoTemplateScreen(): JSX.Element {
  const { web } = getWords();
  const texts = web.noTemplate;
  const [result, setResult] = useState<CallResult<typeof endpoints.listOutlets>>();
  useEffect(() => void callApi(endpoints.listOutlets, { query: { service: 'enrolment' } }).then(setResult), []);
  return (
    <Screen title={texts.title} lead={texts.why} back="/home" says={[texts.once, texts.bring, texts.nearest]}>
      <div class="picture-middle">
        <Picture name="counter" />
      </div>
      <Notice icon="clock">
        <p>{texts.once}</p>
        <p>{texts.bring}</p>
      </Notice>
      <Card title={texts.nearest}>
        {result?.ok === true ? <OutletList outlets={result.value.outlets} /> : <p>{web.ways.noOutlets}</p>}
      </Card>
      <h2>{texts.cannotGo}</h2>
      <ButtonLink look="primary" href="/ways" icon="people">
        {web.common.otherWays}
      </ButtonLink>
      <CallButton />
    </Screen>
  );
}
