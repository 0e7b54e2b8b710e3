import type { JSX } from 'preact';
import { texts } from '../../state/texts.ts';
import { FiguresForm } from './figures-form.tsx';

export function SecondFactorForm(): JSX.Element {
  const words = texts().signIn;
  return (
    <>
      <h1>{words.secondTitle}</h1>
      <p class="lead">{words.secondLead}</p>
      <FiguresForm />
      <p class="quiet small">
        {words.secondHint} {words.lost}
      </p>
    </>
  );
}
