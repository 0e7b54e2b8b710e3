import type { JSX } from 'preact';
import { Picture } from '@anzai/ui';
import { agency } from '../state/agency.ts';
import { getWords } from '../state/texts.ts';

/** On a wide screen the picture and the agency's name stand beside every step. It says nothing that the screen does not. */
export function SidePanel(): JSX.Element {
  const { web, locale } = getWords();
  return (
    <div class="side" aria-hidden="true">
      <div class="side-inner">
        <Picture name="welcome" />
        <p class="side-title">{agency.value?.name[locale] ?? web.common.product}</p>
        <p class="side-phone">{agency.value?.phone}</p>
      </div>
    </div>
  );
}
