import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { call } from '../../state/api.ts';
import { ageOn, dayOf, formatInstant } from '../../state/format.ts';
import { cameFrom, to } from '../../state/route.ts';
import { getStaff } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import type { PersonDetail } from '../../state/wire.ts';
import { BenefitSection } from './benefit-section.tsx';
import { CertificateSection } from './certificate-section.tsx';
import { ConsentSection } from './consent-section.tsx';
import { FactSection } from './fact-section.tsx';
import { PersonCases } from './person-cases.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { TemplateSection } from './template-section.tsx';
import { TimelineSection } from './timeline-section.tsx';

function subtitle(detail: PersonDetail): string {
  const words = texts();
  const { person, sex } = detail;
  const age = words.common.years(ageOn(person.birthOn, dayOf(Date.now())));
  return [words.person.sexes[sex], age, person.documentMasked].join(' · ');
}

function File(props: { readonly detail: PersonDetail; readonly reload: () => void }): JSX.Element {
  const { detail, reload } = props;
  return (
    <>
      <StandingPanel detail={detail} />
      <div class="columns columns-wide-left">
        <div>
          <BenefitSection benefits={detail.benefits} />
          <CertificateSection certificates={detail.certificates} onChanged={reload} />
          <TemplateSection enrolments={detail.enrolments} />
          <ConsentSection detail={detail} onChanged={reload} />
          <PersonCases cases={detail.cases} />
        </div>
        <div>
          <FactSection detail={detail} />
          <TimelineSection timeline={detail.timeline} />
        </div>
      </div>
    </>
  );
}

/** Everything on one person: where they stand, what to do next, and what happened. */
export function PersonScreen({ personId }: { readonly personId: string }): JSX.Element {
  const words = texts();
  const detail = useResource(personId, () => call(counter.getPerson, { params: { personId } }));
  const { value } = detail;
  return (
    <Page
      title={value?.person.name ?? words.common.loading}
      lead={value === null ? undefined : subtitle(value)}
      back={
        cameFrom.value === '/review'
          ? { href: to('/review'), label: words.review.back }
          : { href: to('/find'), label: words.person.back }
      }
      width="wide"
      actions={
        <Button look="quiet" icon="print" onPress={() => window.print()}>
          {words.person.printFile}
        </Button>
      }
    >
      <ResourceView resource={detail}>{(found) => <File detail={found} reload={detail.reload} />}</ResourceView>
      <p class="print-only">{words.person.printed(formatInstant(new Date().toISOString()), getStaff().name)}</p>
    </Page>
  );
}
