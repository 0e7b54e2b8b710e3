import type { JSX } from 'preact';
import { ButtonLink, Icon, Picture } from '@anzai/ui';
import type { IconName, PictureName } from '@anzai/ui';
import { Screen } from '../../shell/screen.tsx';
import { setPreference, slower, sound, still } from '../../state/preferences.ts';
import { getWords } from '../../state/texts.ts';

type SwitchProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

function Switch({ icon, label, hint, on, onChange }: SwitchProps): JSX.Element {
  return (
    <label class="switch">
      <Icon name={icon} size={1.4} />
      <span class="choice-words">
        <span>{label}</span>
        {hint !== undefined && <span class="choice-hint">{hint}</span>}
      </span>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span class="switch-track" aria-hidden="true" />
    </label>
  );
}

/** Three pictures, and what can be set to suit the person, before the camera opens. */
export function ReadyScreen(): JSX.Element {
  const { web } = getWords();
  const texts = web.ready;
  const how = still.value ? texts.howStill : texts.how;
  return (
    <Screen title={texts.title} back="/home" says={[...texts.steps.flatMap((step) => [step.title, step.text]), how]}>
      <ol class="steps">
        {texts.steps.map((step) => (
          <li key={step.title}>
            <span class="step-picture">
              <Picture name={step.picture as PictureName} />
            </span>
            <span class="step-words">
              <strong>{step.title}</strong>
              <span>{step.text}</span>
            </span>
          </li>
        ))}
      </ol>
      <p class="aside-text">{how}</p>
      <fieldset class="switches">
        <legend class="field-label">{texts.adjust}</legend>
        <Switch icon="sound" label={texts.sound} on={sound.value} onChange={(on) => setPreference('sound', on)} />
        <Switch icon="slow" label={texts.slower} on={slower.value} onChange={(on) => setPreference('slower', on)} />
        <Switch
          icon="still"
          label={texts.still}
          hint={texts.stillHint}
          on={still.value}
          onChange={(on) => setPreference('still', on)}
        />
      </fieldset>
      <ButtonLink look="primary" href="/camera" icon="camera">
        {texts.begin}
      </ButtonLink>
      <ButtonLink look="quiet" href="/ways">
        {web.common.otherWays}
      </ButtonLink>
    </Screen>
  );
}
