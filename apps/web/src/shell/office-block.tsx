import type { JSX } from 'preact';
import { ButtonLink } from '@anzai/ui';
import { agency } from '../state/agency.ts';
import { getWords } from '../state/texts.ts';

export function toTelHref(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
}

/** A telephone number that is answered, on every screen. */
export function CallButton({ look = 'secondary' }: { readonly look?: 'primary' | 'secondary' }): JSX.Element | null {
  const { web } = getWords();
  const phone = agency.value?.phone;
  if (phone === undefined) return null;
  return (
    <ButtonLink href={toTelHref(phone)} icon="phone" look={look}>
      {web.common.callNumber(phone)}
    </ButtonLink>
  );
}

/** Where the agency is, when it is open and how to ring it: the end of every screen. */
export function OfficeBlock(): JSX.Element {
  const { web, locale } = getWords();
  const office = agency.value;
  return (
    <footer class="office">
      {office !== undefined && (
        <>
          <p class="office-name">{office.name[locale]}</p>
          <p>{office.address[locale]}</p>
          <p>{office.hours[locale]}</p>
          <CallButton />
        </>
      )}
      {office?.demonstration === true && (
        <p class="demonstration">
          {web.common.demonstration} <a href="/dev/outbox">{web.common.outbox}</a>
        </p>
      )}
    </footer>
  );
}
