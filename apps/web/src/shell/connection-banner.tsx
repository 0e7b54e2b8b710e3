import type { JSX } from 'preact';
import { Icon } from '@anzai/ui';
import { connection } from '../state/connection.ts';
import { getWords } from '../state/texts.ts';

/** Says plainly that the network is gone and that nothing need be done. */
export function ConnectionBanner(): JSX.Element {
  const lost = connection.value === 'lost';
  return (
    <output class={lost ? 'connection connection-lost' : 'connection'}>
      {lost && (
        <>
          <Icon name="no-signal" />
          <span>{getWords().web.problem.offlineBanner}</span>
        </>
      )}
    </output>
  );
}
