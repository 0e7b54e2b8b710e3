import type { JSX } from 'preact';
import { navigate, place, to } from '../state/route.ts';
import { texts } from '../state/texts.ts';
import { Button } from './button.tsx';

/** Goes on by the last row seen, so that the page stays right while rows come and go. The back button goes back. */
export function Pager({ next, count }: { readonly next: string | null; readonly count: number }): JSX.Element {
  const words = texts().common;
  const { path, query, memory } = place.value;
  const { after, ...rest } = query;
  return (
    <div class="pager">
      <p class="quiet">{words.shown(count)}</p>
      {after !== undefined && (
        <Button look="quiet" size="small" onPress={() => navigate(to(path, rest), { memory })}>
          {words.firstPage}
        </Button>
      )}
      {next !== null && (
        <Button
          size="small"
          onPress={() => {
            navigate(to(path, { ...rest, after: next }), { memory });
            window.scrollTo(0, 0);
          }}
        >
          {words.nextPage}
        </Button>
      )}
    </div>
  );
}
