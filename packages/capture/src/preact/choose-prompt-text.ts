import type { PromptKind, PromptState } from '../capture-state.ts';
import type { Guidance } from '../guidance.ts';

export type PromptTexts = {
  readonly prompts: Readonly<Record<PromptKind, string>>;
  readonly guidance: Readonly<Record<Exclude<Guidance, 'ok'>, string>>;
  readonly step: (step: number, count: number) => string;
};

/** What disturbs even while something else is asked for. */
const ALWAYS_SAID: readonly Guidance[] = ['no-face', 'several'];

/** One thing at a time: at rest what is to be put right, otherwise the movement. */
export function choosePromptText({ kind, guidance }: PromptState, texts: PromptTexts): string {
  if (guidance === null || guidance === 'ok') return texts.prompts[kind];
  const isRest = kind === 'centre' || kind === 'hold';
  return isRest || (kind === 'light' && ALWAYS_SAID.includes(guidance))
    ? texts.guidance[guidance]
    : texts.prompts[kind];
}
