import { toCode, toOtpauthUrl } from '../features/staff/second-factor.ts';
import { toFictitiousNumber } from './fictitious-numbers.ts';
import { demonstrationOutlets } from './outlets.ts';
import { staffAccounts, type StaffAccount } from './staff-accounts.ts';
import { tourPerson } from './tour-person.ts';

export type Demonstration = {
  readonly accounts: readonly { readonly title: string; readonly lines: readonly string[] }[];
};

function describeAccount(account: StaffAccount, now: string): Demonstration['accounts'][number] {
  const outlet = demonstrationOutlets.find((each) => each.key === account.outlet);
  return {
    title: outlet === undefined ? account.role : `${account.role}, ${outlet.name.en}`,
    lines: [
      `${account.login}  ${account.password}  six figures now: ${toCode(account.totpSecret, now)}`,
      toOtpauthUrl(account.totpSecret, account.login),
    ],
  };
}

/** What a visitor needs to look around: who may sign in, with the figures of this half minute, and whom to enrol as. */
export function describeDemonstration(now: string): Demonstration {
  const number = toFictitiousNumber('resident-id', tourPerson);
  const tour = {
    title: `${tourPerson.name}, whose face is not recorded yet: enrol yourself as her at the ${demonstrationOutlets[0].name.en}`,
    lines: [`resident ID ${number}`],
  };
  return { accounts: [tour, ...staffAccounts.map((account) => describeAccount(account, now))] };
}
