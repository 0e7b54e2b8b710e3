import type { AttemptOutcome } from '@anzai/contract';
import { discardCapture, hasUnfinishedCapture, listCameras } from '@anzai/capture';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../components/button.tsx';
import { CheckBox, Segments, Select } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { to } from '../../state/route.ts';
import { startCaptureTexts } from '../../state/capture-texts.ts';
import { readStored, writeStored } from '../../state/storage.ts';
import { texts } from '../../state/texts.ts';
import type { PersonDetail } from '../../state/wire.ts';
import type { CaptureOverlay } from './capture-overlay.tsx';
import { slotOf, type CapturePurpose, type CaptureSettings } from './counter-flow.ts';

type Cameras = Awaited<ReturnType<typeof listCameras>>;

/** The outlet's camera and sound stay as they were chosen; mode and pace belong to the person. */
function initialSettings(): CaptureSettings {
  return { mode: 'move', slower: false, sound: readStored('sound') !== 'off', cameraId: readStored('camera') ?? '' };
}

function useUnfinished(slot: string): { readonly unfinished: boolean; readonly discard: () => Promise<void> } {
  const [unfinished, setUnfinished] = useState(false);
  useEffect(() => void hasUnfinishedCapture(slot).then(setUnfinished), [slot]);
  return {
    unfinished,
    discard: async () => {
      await discardCapture(slot);
      setUnfinished(false);
    },
  };
}

function useCameras(): Cameras {
  const [cameras, setCameras] = useState<Cameras>([]);
  useEffect(() => void listCameras().then(setCameras, () => setCameras([])), []);
  return cameras;
}

function SettingFields(props: {
  readonly settings: CaptureSettings;
  readonly onChange: (settings: CaptureSettings) => void;
}): JSX.Element {
  const words = texts().counter.capture;
  const { settings, onChange } = props;
  const cameras = useCameras();
  return (
    <div class="capture-settings">
      <Segments
        label={words.mode}
        value={settings.mode}
        choices={[
          { value: 'move', label: words.modes.move },
          { value: 'still', label: words.modes.still },
        ]}
        onChange={(mode) => onChange({ ...settings, mode })}
      />
      <CheckBox
        label={words.slower}
        checked={settings.slower}
        onChange={(slower) => onChange({ ...settings, slower })}
      />
      <CheckBox
        label={words.sound}
        checked={settings.sound}
        onChange={(sound) => {
          writeStored('sound', sound ? null : 'off');
          onChange({ ...settings, sound });
        }}
      />
      {cameras.length > 1 && (
        <Select
          label={words.camera}
          value={settings.cameraId}
          choices={[
            { value: '', label: words.cameraAuto },
            ...cameras.map((camera) => ({ value: camera.id, label: camera.label })),
          ]}
          onChange={(cameraId) => {
            writeStored('camera', cameraId === '' ? null : cameraId);
            onChange({ ...settings, cameraId });
          }}
        />
      )}
    </div>
  );
}

/** The camera's code and words come when they are first needed. */
async function loadOverlay(): Promise<typeof CaptureOverlay> {
  const [{ CaptureOverlay: draw }] = await Promise.all([import('./capture-overlay.tsx'), startCaptureTexts()]);
  return draw;
}

/** Getting ready: what to see to, how the person wants to be guided, and then the whole screen is theirs. */
export function CaptureStep(props: {
  readonly purpose: CapturePurpose;
  readonly detail: PersonDetail;
  readonly onOutcome: (outcome: AttemptOutcome) => void;
}): JSX.Element {
  const words = texts().counter.capture;
  const personId = props.detail.person.id;
  const [settings, setSettings] = useState(initialSettings);
  const [Overlay, setOverlay] = useState<{ readonly draw: typeof CaptureOverlay } | null>(null);
  const { unfinished, discard } = useUnfinished(slotOf(props.purpose, personId));
  return (
    <div class="panel step-panel">
      <h2>{words.readyTitle}</h2>
      <p class="lead">{words.readyLead}</p>
      {unfinished && (
        <Notice
          title={words.resume}
          actions={
            <Button size="small" look="quiet" onPress={() => void discard()}>
              {words.discard}
            </Button>
          }
        >
          {words.resumeText}
        </Notice>
      )}
      <ul class="checks">
        {words.checks.map((check) => (
          <li key={check}>
            <Icon name="check" />
            {check}
          </li>
        ))}
      </ul>
      <SettingFields settings={settings} onChange={setSettings} />
      <div class="actions">
        <Button
          look="primary"
          size="large"
          icon="camera"
          onPress={() => void loadOverlay().then((draw) => setOverlay({ draw }))}
        >
          {unfinished ? words.resume : words.begin}
        </Button>
        <ButtonLink href={to(`/people/${personId}/document`)} look="quiet" icon="document">
          {words.withoutFace}
        </ButtonLink>
      </div>
      {Overlay !== null && (
        <Overlay.draw
          purpose={props.purpose}
          personId={personId}
          settings={settings}
          onLeave={() => setOverlay(null)}
          onOutcome={(outcome) => {
            setOverlay(null);
            props.onOutcome(outcome);
          }}
        />
      )}
    </div>
  );
}
