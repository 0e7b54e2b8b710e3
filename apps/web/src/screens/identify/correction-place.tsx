import type { Problem } from '@anzai/contract';
import type { JSX } from 'preact';
import { ButtonLink, Phrases } from '@anzai/ui';
import { toTelHref } from '../../shell/office-block.tsx';
import { agency } from '../../state/agency.ts';
import { getWords } from '../../state/texts.ts';

/** Who can correct what does not match the roster. */
export function CorrectionPlace({ problem }: { readonly problem: Problem | undefined }): JSX.Element | null {
  const { web, locale } = getWords();
  const named = problem?.facts['counterPhone'];
  const phone = typeof named === 'string' && named !== '' ? named : agency.value?.phone;
  if (problem?.code.startsWith('identity.') !== true || phone === undefined) return null;
  return (
    <>
      <p class="aside-text">
        {web.identify.where} {agency.value?.name[locale]}
      </p>
      <ButtonLink href={toTelHref(phone)} icon="phone">
        <Phrases text={web.common.callNumber(phone)} />
      </ButtonLink>
      <ButtonLink look="quiet" href="/ways">
        {web.common.otherWays}
      </ButtonLink>
    </>
  );
}
