import type { JSX } from 'preact';
import { CoveredPicture } from '../../components/covered-picture.tsx';
import { Section } from '../../components/page.tsx';
import { to } from '../../state/route.ts';
import { may } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import type { CaseDetail } from '../../state/wire.ts';
import { enrolmentPicture } from '../person/template-section.tsx';

function Candidate(props: {
  readonly personId: string;
  readonly personName: string;
  readonly enrolmentId: string | null;
}): JSX.Element {
  return (
    <li>
      {may('pictures:view') && props.enrolmentId !== null && (
        <CoveredPicture src={enrolmentPicture(props.enrolmentId)} alt={props.personName} size="large" />
      )}
      <a href={to(`/people/${props.personId}`)}>{props.personName}</a>
    </li>
  );
}

/** For a suspected double: everyone with that face, side by side. */
export function OthersView({ detail }: { readonly detail: CaseDetail }): JSX.Element {
  const words = texts().review;
  const { summary, enrolmentId, others } = detail;
  return (
    <Section title={words.others} note={words.othersText}>
      <ul class="candidates">
        <Candidate personId={summary.personId} personName={summary.personName} enrolmentId={enrolmentId} />
        {others.map((other) => (
          <Candidate key={other.enrolmentId} {...other} />
        ))}
      </ul>
    </Section>
  );
}
