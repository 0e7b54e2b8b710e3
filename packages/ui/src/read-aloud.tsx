import type { Locale } from '@anzai/i18n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { canSpeak, createSpeaker } from './speaker.ts';
import type { Speaker } from './speaker.ts';

type ReadAloudProps = {
  readonly locale: Locale;
  /** What this screen says, in order. A change of text is read anew while reading is on. */
  readonly texts: readonly string[];
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
  readonly labels: { readonly on: string; readonly off: string };
  readonly rate?: number;
};

/** Reads each screen aloud while switched on, with the sentence being spoken as a caption below. */
export function ReadAloud(props: ReadAloudProps): JSX.Element | null {
  const { locale, texts, on, onToggle, labels, rate = 0.85 } = props;
  const [caption, setCaption] = useState<string | null>(null);
  const speaker = useRef<Speaker | null>(null);
  const whole = texts.join('\n');
  useEffect(() => {
    if (!on) return undefined;
    const mine = createSpeaker(locale, rate);
    speaker.current = mine;
    mine.speak(whole.split('\n'), setCaption);
    return () => {
      mine.stop();
      setCaption(null);
    };
  }, [on, whole, locale, rate]);
  if (!canSpeak()) return null;
  return (
    <>
      <button type="button" class="tool" aria-pressed={on} onClick={() => onToggle(!on)}>
        <Icon name="sound" />
        <span>{on ? labels.on : labels.off}</span>
      </button>
      {on && caption !== null && (
        <div class="caption" aria-hidden="true">
          <span>{caption}</span>
        </div>
      )}
    </>
  );
}
