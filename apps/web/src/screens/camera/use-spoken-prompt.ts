import type { CaptureState } from '@anzai/capture';
import { choosePromptText } from '@anzai/capture/preact';
import type { Locale } from '@anzai/i18n';
import type { CaptureTexts } from '@anzai/i18n/capture';
import { createSpeaker } from '@anzai/ui';
import { useEffect } from 'preact/hooks';

const RATE = 0.9;

/** Speaks what stands above the camera, each time it changes. The text itself is the caption. */
export function useSpokenPrompt(input: {
  readonly state: CaptureState;
  readonly texts: CaptureTexts;
  readonly locale: Locale;
  readonly sound: boolean;
}): void {
  const { state, texts, locale, sound } = input;
  const sentence = findSentence(state, texts);
  useEffect(() => {
    if (!sound || sentence === null) return undefined;
    const speaker = createSpeaker(locale, RATE);
    speaker.speak([sentence], () => undefined);
    return speaker.stop;
  }, [sentence, locale, sound]);
}

function findSentence(state: CaptureState, texts: CaptureTexts): string | null {
  if (state.stage === 'prompting') return choosePromptText(state.prompt, texts);
  if (state.stage === 'paused') return `${texts.paused.title}。${texts.paused.lead}`;
  return state.stage === 'checking' ? texts.checking.title : null;
}
