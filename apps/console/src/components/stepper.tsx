import type { JSX } from 'preact';
import { texts } from '../state/texts.ts';

export type Step = { readonly id: string; readonly label: string };

/** Where one is in a procedure; said in words as well. */
export function Stepper({ steps, now }: { readonly steps: readonly Step[]; readonly now: number }): JSX.Element {
  return (
    <nav class="stepper" aria-label={texts().counter.stepOf(now + 1, steps.length)}>
      <ol>
        {steps.map((step, index) => {
          const state = index < now ? 'done' : index === now ? 'now' : 'later';
          return (
            <li key={step.id} class={`step step-${state}`} aria-current={index === now ? 'step' : undefined}>
              <span class="step-number" aria-hidden="true">
                {index < now ? '✓' : index + 1}
              </span>
              <span>
                {step.label}
                {index < now && <span class="hidden">（{texts().common.done}）</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
