import type { JSX } from 'preact';
import type { Resource } from '../state/use-resource.ts';
import { texts } from '../state/texts.ts';
import { FailureNotice } from './failure-notice.tsx';

/** Shows what was read; a quiet line while it is read first; what to do when it can't be. */
export function ResourceView<T>(props: {
  readonly resource: Resource<T>;
  readonly children: (value: T) => JSX.Element;
}): JSX.Element {
  const { value, failure, loading, reload } = props.resource;
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} onRetry={reload} />}
      {value === null && loading && <output class="loading">{texts().common.loading}</output>}
      {value !== null && (
        <div class={loading ? 'content content-stale' : 'content'} aria-busy={loading}>
          {props.children(value)}
        </div>
      )}
    </>
  );
}
