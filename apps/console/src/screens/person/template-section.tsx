import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { CoveredPicture } from '../../components/covered-picture.tsx';
import { EmptyState } from '../../components/notice.tsx';
import { Section } from '../../components/page.tsx';
import { Mark } from '../../components/status-mark.tsx';
import { client } from '../../state/api.ts';
import { formatInstant } from '../../state/format.ts';
import { may } from '../../state/session.ts';
import { locale, texts } from '../../state/texts.ts';
import type { PersonDetail } from '../../state/wire.ts';

type Enrolment = PersonDetail['enrolments'][number];

const tones = { current: 'success', replaced: 'quiet', withdrawn: 'quiet' } as const;

export function enrolmentPicture(enrolmentId: string): string {
  return client.href(counter.getEnrolmentPicture, { params: { enrolmentId } });
}

function Item({ enrolment }: { readonly enrolment: Enrolment }): JSX.Element {
  const words = texts().person;
  const when = formatInstant(enrolment.at);
  return (
    <li class="enrolment">
      {may('pictures:view') && enrolment.hasPicture && (
        <CoveredPicture src={enrolmentPicture(enrolment.id)} alt={words.pictureOf(when)} />
      )}
      <dl class="facts">
        <div>
          <dt>{words.state}</dt>
          <dd>
            <Mark tone={tones[enrolment.state]}>{words.templateStates[enrolment.state]}</Mark>
          </dd>
        </div>
        <div>
          <dt>{words.enrolledAt}</dt>
          <dd class="code">{when}</dd>
        </div>
        <div>
          <dt>{words.by}</dt>
          <dd>
            {enrolment.by} · {enrolment.outletName?.[locale.value]}
          </dd>
        </div>
        <div>
          <dt>{words.quality}</dt>
          <dd>{enrolment.quality ?? '—'}</dd>
        </div>
        <div>
          <dt>{words.model}</dt>
          <dd class="code">{enrolment.embedder}</dd>
        </div>
      </dl>
    </li>
  );
}

export function TemplateSection({ enrolments }: { readonly enrolments: readonly Enrolment[] }): JSX.Element {
  const words = texts().person;
  const covered = may('pictures:view') && enrolments.some((one) => one.hasPicture);
  return (
    <Section title={words.templates} note={covered ? words.showPictureHint : undefined}>
      {enrolments.length === 0 ? (
        <EmptyState title={words.templatesEmpty}>{words.templatesEmptyText}</EmptyState>
      ) : (
        <ul class="enrolments">
          {enrolments.map((one) => (
            <Item key={one.id} enrolment={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}
