import type { JSX } from 'preact';
import type { PromptState } from '../capture-state.ts';
import { choosePromptText } from './choose-prompt-text.ts';
import type { PromptTexts } from './choose-prompt-text.ts';

export type PromptViewProps = {
  readonly prompt: PromptState;
  readonly texts: PromptTexts;
  /** For a screen that is read from some distance. */
  readonly large?: boolean;
};

/** One short instruction, and how many there are still to come. Screen readers speak it when it changes. */
export function PromptView({ prompt, texts, large = false }: PromptViewProps): JSX.Element {
  const steps = Array.from({ length: prompt.promptCount }, (_, index) => index);
  return (
    <div class={`capture-prompt ${large ? 'capture-prompt-large' : ''}`} data-prompt={prompt.kind}>
      <output class="capture-prompt-text" aria-live="assertive">
        {choosePromptText(prompt, texts)}
      </output>
      <p class="capture-steps">
        <span class="capture-hidden">{texts.step(prompt.promptIndex + 1, prompt.promptCount)}</span>
        {steps.map((step) => (
          <span key={step} class={`capture-step ${stepClass(step, prompt.promptIndex)}`} aria-hidden="true" />
        ))}
      </p>
    </div>
  );
}

function stepClass(step: number, current: number): string {
  if (step < current) return 'capture-step-done';
  return step === current ? 'capture-step-current' : '';
}

/** The point that the nose goes after, over the whole screen. */
export function FollowPoint({ prompt }: { readonly prompt: PromptState }): JSX.Element | null {
  if (prompt.point === null) return null;
  const { x, y } = prompt.point;
  return <span class="capture-point" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} aria-hidden="true" />;
}
