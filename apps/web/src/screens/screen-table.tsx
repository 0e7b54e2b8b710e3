import type { JSX } from 'preact';
import { CaptureHost } from './capture/capture-host.tsx';
import { ConsentScreen } from './consent/consent-screen.tsx';
import { CertificateScreen, DoneScreen } from './done/done-screen.tsx';
import { ForWhomScreen } from './for-whom/for-whom-screen.tsx';
import { HelperScreen } from './for-whom/helper-screen.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { WithdrawScreen } from './home/withdraw-screen.tsx';
import { ChoosePersonScreen } from './identify/choose-person-screen.tsx';
import { IdentifyScreen } from './identify/identify-screen.tsx';
import { NoTemplateScreen } from './no-template/no-template-screen.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { NotYetScreen } from './not-yet/not-yet-screen.tsx';
import { OutboxScreen } from './outbox/outbox-screen.tsx';
import { ReadyScreen } from './ready/ready-screen.tsx';
import { ReviewScreen } from './review/review-screen.tsx';
import { CodeScreen } from './sign-in/code-screen.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { PublicWaysScreen } from './ways/public-ways-screen.tsx';
import { WayChosenScreen } from './ways/way-chosen-screen.tsx';
import { WaysScreen } from './ways/ways-screen.tsx';
import { WelcomeScreen } from './welcome/welcome-screen.tsx';

/** What must be known before a screen makes sense. */
export type Need = 'nothing' | 'session' | 'person';

export type Place = {
  readonly need: Need;
  readonly show: () => JSX.Element;
  /** Fills the window by itself, without the bar and the agency's block. */
  readonly bare?: boolean;
};

const places: Readonly<Record<string, Place>> = {
  '/': { need: 'nothing', show: () => <WelcomeScreen /> },
  '/for-whom': { need: 'nothing', show: () => <ForWhomScreen /> },
  '/helper': { need: 'nothing', show: () => <HelperScreen /> },
  '/sign-in': { need: 'nothing', show: () => <SignInScreen /> },
  '/code': { need: 'nothing', show: () => <CodeScreen /> },
  '/dev/outbox': { need: 'nothing', show: () => <OutboxScreen /> },
  '/who': { need: 'session', show: () => <IdentifyScreen /> },
  '/choose': { need: 'session', show: () => <ChoosePersonScreen /> },
  '/home': { need: 'person', show: () => <HomeScreen /> },
  '/withdraw': { need: 'person', show: () => <WithdrawScreen /> },
  '/consent': { need: 'person', show: () => <ConsentScreen /> },
  '/ready': { need: 'person', show: () => <ReadyScreen /> },
  '/camera': { need: 'person', show: () => <CaptureHost />, bare: true },
  '/done': { need: 'person', show: () => <DoneScreen /> },
  '/not-yet': { need: 'person', show: () => <NotYetScreen /> },
  '/review': { need: 'person', show: () => <ReviewScreen /> },
  '/way-chosen': { need: 'person', show: () => <WayChosenScreen /> },
  '/no-template': { need: 'person', show: () => <NoTemplateScreen /> },
};

const CERTIFICATE = /^\/certificate\/([0-9a-f-]{36})$/;

export function findPlace(path: string, hasPerson: boolean): Place {
  if (path === '/ways') return { need: 'nothing', show: () => (hasPerson ? <WaysScreen /> : <PublicWaysScreen />) };
  const certificateId = CERTIFICATE.exec(path)?.[1];
  if (certificateId !== undefined) {
    return { need: 'person', show: () => <CertificateScreen certificateId={certificateId} /> };
  }
  return places[path] ?? { need: 'nothing', show: () => <NotFoundScreen /> };
}
