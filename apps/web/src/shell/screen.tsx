import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, Phrases } from '@anzai/ui';
import { agency } from '../state/agency.ts';
import { goBack, moved } from '../state/route.ts';
import { getWords } from '../state/texts.ts';
import { spoken } from './spoken.ts';

type ScreenProps = {
  readonly title: string;
  /** What is read aloud after the title. */
  readonly says?: readonly (string | undefined)[];
  /** Where "back" leads when there is nothing to go back to; none shows no such button. */
  readonly back?: string;
  /** A short line above the title. */
  readonly above?: string | undefined;
  readonly lead?: string | undefined;
  readonly children?: ComponentChildren;
};

/** One thing at a time: a title that takes the focus, one sentence, then what to do. */
export function Screen(props: ScreenProps): JSX.Element {
  const { title, says = [], back, above, lead, children } = props;
  const { web, locale } = getWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const office = agency.value?.name[locale] ?? web.common.product;
  const sentences = [above, title, lead, ...says].filter((one): one is string => one !== undefined && one !== '');
  const whole = sentences.join('\n');
  useEffect(() => {
    document.title = `${title} · ${office}`;
    spoken.value = whole.split('\n');
  }, [whole, title, office]);
  useEffect(() => {
    if (moved.value) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div class="screen">
      {back !== undefined && (
        <button type="button" class="back" onClick={() => goBack(back)}>
          <Icon name="arrow-left" />
          <span>{web.common.back}</span>
        </button>
      )}
      <div class="screen-head">
        {above !== undefined && <p class="above">{above}</p>}
        <h1 tabIndex={-1} ref={heading}>
          <Phrases text={title} clauses />
        </h1>
        {lead !== undefined && (
          <p class="lead">
            <Phrases text={lead} />
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
