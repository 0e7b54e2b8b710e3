import { counter } from '@anzai/contract';
import { describe, expect, it } from 'vitest';
import { parseFindQuery } from './find-query.ts';

const place = (query: Record<string, string>, memory: Record<string, string> = {}) => ({
  path: '/find',
  query,
  memory,
});

describe('what Find asks for', () => {
  it('takes filters from the address and the text from memory only', () => {
    const query = parseFindQuery(place({ standing: 'due', q: '440106195001010000' }, { q: '王' }));
    expect(query).toMatchObject({ q: '王', standing: 'due' });
  });

  it('leaves out filters that do not exist', () => {
    expect(parseFindQuery(place({ standing: 'dead', template: '', scheme: 'x' }))).toEqual({ q: '', limit: 50 });
  });

  it('is what the contract accepts, with and without every filter', () => {
    const all = { standing: 'overdue', template: 'none', scheme: 'resident', after: 'cursor' };
    for (const query of [{}, all]) {
      expect(counter.findPeople.body.safeParse(parseFindQuery(place(query))).success).toBe(true);
    }
  });
});
