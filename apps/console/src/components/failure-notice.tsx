import type { JSX } from 'preact';
import type { Failure } from '../state/api.ts';
import { texts } from '../state/texts.ts';
import { problemText } from '../state/wire-texts.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What went wrong and what to do next; the code stands small below, for the telephone. */
export function FailureNotice(props: { readonly failure: Failure; readonly onRetry?: () => void }): JSX.Element {
  const words = texts();
  const { failure, onRetry } = props;
  const retry =
    onRetry === undefined ? undefined : (
      <Button size="small" onPress={onRetry}>
        {words.common.retry}
      </Button>
    );
  if (failure.kind === 'offline') {
    return (
      <Notice tone="attention" live title={words.failure.offlineTitle} actions={retry}>
        <p>{words.failure.offlineText}</p>
      </Notice>
    );
  }
  const { problem } = failure;
  const { title, text } = problemText(problem);
  return (
    <Notice tone="danger" live title={title} actions={retry}>
      <p>{text}</p>
      <p class="small-code">
        {words.common.code} {problem.code}
        {problem.requestId !== '' && ` · ${words.common.requestId} ${problem.requestId}`}
      </p>
    </Notice>
  );
}
