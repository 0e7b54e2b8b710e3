import type { JSX } from 'preact';
import { ButtonLink } from '../../components/button.tsx';
import { StandingMark, TemplateMark, standingTone } from '../../components/status-mark.tsx';
import { standingSentences } from '../../state/format.ts';
import { to } from '../../state/route.ts';
import { may } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import type { PersonDetail, PersonRow } from '../../state/wire.ts';

function NextSteps({ person }: { readonly person: PersonRow }): JSX.Element | null {
  const words = texts().person;
  if (!may('people:enrol') && !may('people:certify')) return null;
  const enrolled = person.template === 'current';
  const settled = person.standing.state === 'certified' || person.standing.state === 'not-subject';
  const at = (step: string): string => to(`/people/${person.id}/${step}`);
  return (
    <div class="next-steps no-print">
      <div class="actions">
        {enrolled && may('people:certify') && (
          <ButtonLink href={at('certify')} look={settled ? 'plain' : 'primary'} icon="camera">
            {words.certify}
          </ButtonLink>
        )}
        {may('people:enrol') && (
          <ButtonLink href={at('enrol')} look={enrolled ? 'plain' : 'primary'} icon="person">
            {enrolled ? words.enrolAgain : words.enrol}
          </ButtonLink>
        )}
        {may('people:certify') && (
          <ButtonLink href={at('document')} icon="document">
            {words.certifyDocument}
          </ButtonLink>
        )}
      </div>
      <p class="hint">{enrolled ? words.otherWay : `${words.enrolHint}${words.otherWay}`}</p>
    </div>
  );
}

/** Where the person stands in one line, what is due, and the buttons for the next step. */
export function StandingPanel({ detail }: { readonly detail: PersonDetail }): JSX.Element {
  const { person } = detail;
  const [first, ...rest] = standingSentences(person.standing);
  return (
    <section
      class={`standing-panel standing-${standingTone(person.standing.state)}`}
      aria-label={texts().find.standing}
    >
      <div>
        <p class="standing-marks">
          <StandingMark state={person.standing.state} />
          <TemplateMark state={person.template} />
        </p>
        <p class="standing-sentence">{first}</p>
        {rest.length > 0 && <p class="quiet">{rest.join(' ')}</p>}
      </div>
      <NextSteps person={person} />
    </section>
  );
}
