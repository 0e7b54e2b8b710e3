import { describe, expect, it } from 'vitest';
import { decideNextPlace } from './go-on-signed-in.ts';

type Session = Parameters<typeof decideNextPlace>[0];

function session(...acting: ('self' | 'helper')[]): Session {
  const principals = acting.map((one, index) => ({
    personId: `01900000-0000-7000-8000-00000000000${index}`,
    name: '王秀英',
    documentMasked: '4401**********0012',
    acting: one,
  }));
  return { signedIn: true, phoneMasked: '138****0000', csrfToken: 'token', passkeys: 0, principals };
}

describe('after signing in', () => {
  it('asks who one is when nobody is linked', () => {
    expect(decideNextPlace(session(), 'self').path).toBe('/who');
  });
  it('goes home when there is one to act for', () => {
    expect(decideNextPlace(session('self'), 'self')).toMatchObject({ path: '/home' });
  });
  it('asks for the person helped even when one is linked to oneself', () => {
    expect(decideNextPlace(session('self'), 'helper').path).toBe('/who');
  });
  it('lets a helper of several choose', () => {
    expect(decideNextPlace(session('helper', 'helper'), 'helper').path).toBe('/choose');
  });
});
