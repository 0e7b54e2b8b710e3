import type { JSX } from 'preact';
import { getWords } from '../state/texts.ts';

export function LoadingScreen(): JSX.Element {
  return (
    <output class="loading">
      <span class="loading-dots" aria-hidden="true" />
      <span>{getWords().web.common.loading}</span>
    </output>
  );
}
