import type { Permission } from '@anzai/domain';
import type { JSX } from 'preact';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { to } from '../../state/route.ts';
import { may } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import { AuditScreen } from '../audit/audit-screen.tsx';
import { CounterScreen } from '../counter/counter-screen.tsx';
import { EngineScreen } from '../engine/engine-screen.tsx';
import { FindScreen } from '../find/find-screen.tsx';
import { PasswordScreen } from '../password/password-screen.tsx';
import { PersonScreen } from '../person/person-screen.tsx';
import { PosterScreen } from '../poster/poster-screen.tsx';
import { CaseScreen } from '../review/case-screen.tsx';
import { CasesScreen } from '../review/cases-screen.tsx';
import { StaffScreen } from '../staff/staff-screen.tsx';
import { TodayScreen } from '../today/today-screen.tsx';

type Route = {
  readonly pattern: RegExp;
  readonly needs: Permission | null;
  readonly draw: (id: string) => JSX.Element;
};

const id = '([0-9a-f-]{36})';

const routes: readonly Route[] = [
  { pattern: /^\/$/, needs: null, draw: () => <TodayScreen /> },
  { pattern: /^\/find$/, needs: 'people:read', draw: () => <FindScreen /> },
  {
    pattern: new RegExp(`^/people/${id}$`),
    needs: 'people:read',
    draw: (personId) => <PersonScreen key={personId} personId={personId} />,
  },
  {
    pattern: new RegExp(`^/people/${id}/enrol$`),
    needs: 'people:enrol',
    draw: (personId) => <CounterScreen key={`enrol ${personId}`} personId={personId} purpose="enrol" />,
  },
  {
    pattern: new RegExp(`^/people/${id}/certify$`),
    needs: 'people:certify',
    draw: (personId) => <CounterScreen key={`certify ${personId}`} personId={personId} purpose="certify" />,
  },
  {
    pattern: new RegExp(`^/people/${id}/document$`),
    needs: 'people:certify',
    draw: (personId) => <CounterScreen key={`document ${personId}`} personId={personId} purpose="document" />,
  },
  { pattern: /^\/review$/, needs: 'people:read', draw: () => <CasesScreen /> },
  {
    pattern: new RegExp(`^/review/${id}$`),
    needs: 'people:read',
    draw: (caseId) => <CaseScreen key={caseId} caseId={caseId} />,
  },
  { pattern: /^\/audit$/, needs: 'audit:read', draw: () => <AuditScreen /> },
  { pattern: /^\/staff$/, needs: 'staff:manage', draw: () => <StaffScreen /> },
  { pattern: /^\/engine$/, needs: 'engine:read', draw: () => <EngineScreen /> },
  { pattern: /^\/poster$/, needs: null, draw: () => <PosterScreen /> },
  { pattern: /^\/password$/, needs: null, draw: () => <PasswordScreen /> },
];

function NotFound(): JSX.Element {
  const words = texts().notFound;
  return (
    <Page title={words.title}>
      <EmptyState title={words.text} icon="info" actions={<ButtonLink href={to('/')}>{words.home}</ButtonLink>} />
    </Page>
  );
}

/** The screen of a path; a screen that the role does not have is as absent as one that does not exist. */
export function renderRoute(path: string): JSX.Element {
  for (const route of routes) {
    const match = route.pattern.exec(path);
    if (match !== null && (route.needs === null || may(route.needs))) return route.draw(match[1] ?? '');
  }
  return <NotFound />;
}
