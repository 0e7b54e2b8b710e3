import type { PromptState } from '@anzai/capture';
import { createSpeaker } from '@anzai/ui';
import { useEffect } from 'preact/hooks';
import { captureTexts } from '../../state/capture-texts.ts';
import { locale } from '../../state/texts.ts';

const rate = 0.9;

/** Says each prompt once, a little slower than everyday speech; null is silence. */
export function useSpokenPrompt(kind: PromptState['kind'] | null): void {
  useEffect(() => {
    if (kind === null) return;
    const speaker = createSpeaker(locale.value, rate);
    speaker.speak([captureTexts().prompts[kind]], () => {});
    return () => speaker.stop();
  }, [kind]);
}
