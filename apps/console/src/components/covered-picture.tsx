import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { texts } from '../state/texts.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/**
 * A picture of a face stays covered until someone asks for it: nothing is fetched before, so that each fetch is a look
 * and is recorded as one.
 */
export function CoveredPicture(props: {
  readonly src: string;
  readonly alt: string;
  readonly size?: 'small' | 'large';
}): JSX.Element {
  const words = texts().person;
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <figure class={`picture picture-${props.size ?? 'small'}`}>
      {shown && !failed ? (
        <img src={props.src} alt={props.alt} onError={() => setFailed(true)} />
      ) : (
        <div class="picture-cover">
          <Icon name={failed ? 'alert' : 'person'} size={36} />
          {failed && <span>{words.noPicture}</span>}
        </div>
      )}
      <figcaption>
        <Button
          size="small"
          look="quiet"
          icon={shown ? 'cover' : 'eye'}
          onPress={() => {
            setFailed(false);
            setShown(!shown);
          }}
        >
          {shown ? words.hide : words.showPicture}
        </Button>
      </figcaption>
    </figure>
  );
}
