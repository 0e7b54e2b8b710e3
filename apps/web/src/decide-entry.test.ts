import { describe, expect, it } from 'vitest';
import { decideEntry } from './decide-entry.ts';

type Facts = Parameters<typeof decideEntry>[0];

const nobody: Facts['session'] = { signedIn: false, phoneMasked: null, csrfToken: 't', passkeys: 0, principals: [] };
const someone: Facts['session'] = { ...nobody, signedIn: true };

function facts(change: Partial<Facts>): Facts {
  return { path: '/home', need: 'person', session: someone, hasPerson: true, hasPhone: false, ...change };
}

describe('where a visitor begins', () => {
  it('lets whoever is known go on where they were, also after a reload', () => {
    expect(decideEntry(facts({ path: '/camera' }))).toBeUndefined();
  });
  it('takes a person who is signed in past the first screen', () => {
    expect(decideEntry(facts({ path: '/', need: 'nothing' }))).toBe('/home');
  });
  it('asks a stranger for whom it is', () => {
    expect(decideEntry(facts({ session: nobody, hasPerson: false }))).toBe('/for-whom');
  });
  it('asks who one is before anything personal', () => {
    expect(decideEntry(facts({ hasPerson: false }))).toBe('/who');
  });
  it('sends back to the number when the code screen has none', () => {
    expect(decideEntry(facts({ path: '/code', need: 'nothing', session: nobody }))).toBe('/sign-in');
    expect(decideEntry(facts({ path: '/code', need: 'nothing', session: nobody, hasPhone: true }))).toBeUndefined();
  });
});
