import type { AttemptOutcome, Problem } from '@anzai/contract';
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FaultScreen } from '../../shell/fault-screen.tsx';
import { LoadingScreen } from '../../shell/loading-screen.tsx';
import { client } from '../../state/api.ts';
import { forgetOutcome, keepOutcome, loadHome } from '../../state/person.ts';
import { slower, sound, still } from '../../state/preferences.ts';
import { navigate } from '../../state/route.ts';
import { principal } from '../../state/session.ts';
import { getWords } from '../../state/texts.ts';
import type { CameraScreenProps } from '../camera/camera-screen.tsx';

const outcomePlaces: Record<AttemptOutcome['kind'], string> = {
  passed: '/done',
  again: '/not-yet',
  review: '/review',
  'other-way': '/not-yet',
};

/** Refusals that have a screen of their own; the camera screen tells the others itself. */
const refusalPlaces: Partial<Record<Problem['code'], string>> = {
  'template.missing': '/no-template',
  'consent.missing': '/consent',
  'consent.version_old': '/consent',
  'attempt.limit_reached': '/ways',
  'attempt.not_due': '/home',
};

/** Fetches the camera's part only now, and leads to what comes of the attempt. */
export function CaptureHost(): JSX.Element {
  const [Camera, setCamera] = useState<ComponentType<CameraScreenProps>>();
  const [failed, setFailed] = useState(false);
  const fetchCamera = (): void => {
    setFailed(false);
    import('../camera/camera-screen.tsx').then(
      (part) => setCamera(() => part.CameraScreen),
      () => setFailed(true),
    );
  };
  useEffect(fetchCamera, []);
  const person = principal.value;
  if (failed) return <FaultScreen onAgain={fetchCamera} />;
  if (Camera === undefined || person === undefined) return <LoadingScreen />;
  const { personId } = person;
  return (
    <Camera
      client={client}
      locale={getWords().locale}
      personId={personId}
      mode={still.value ? 'still' : 'move'}
      slower={slower.value}
      sound={sound.value}
      onOutcome={(outcome) => {
        keepOutcome({ personId, outcome });
        void loadHome(personId);
        navigate(outcomePlaces[outcome.kind], 'replace');
      }}
      onRefused={(problem) => {
        void loadHome(personId);
        navigate(refusalPlaces[problem.code] ?? '/home', 'replace');
      }}
      onLeave={() => {
        forgetOutcome();
        void loadHome(personId);
        navigate('/home', 'replace');
      }}
      onOtherWay={() => navigate('/ways', 'replace')}
    />
  );
}
