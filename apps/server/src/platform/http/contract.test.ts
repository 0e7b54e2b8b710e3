import { readFileSync } from 'node:fs';
import { problems } from '@anzai/contract';
import { describe, expect, it } from 'vitest';
import { createFloodGuard, floodLimit } from './request-rates.ts';
import { listEndpoints } from './list-endpoints.ts';
import { toProblem } from './problem.ts';
import { renderOpenapi } from './render-openapi.ts';

describe('the contract', () => {
  it('is described by the committed openapi.json', () => {
    const committed: unknown = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(renderOpenapi())));
  });

  it('names each endpoint and each path once', () => {
    const endpoints = listEndpoints();
    expect(endpoints.length).toBeGreaterThan(40);
    expect(new Set(endpoints.map((each) => each.id)).size).toBe(endpoints.length);
    expect(new Set(endpoints.map((each) => `${each.method} ${each.path}`)).size).toBe(endpoints.length);
  });

  it('lets no call that only reads be a state-changing one in disguise', () => {
    const wrong = listEndpoints().filter((each) => each.method === 'GET' && each.idempotent !== 'safe');
    expect(wrong).toEqual([]);
  });

  it('gives every problem a path of its own and its status', () => {
    const problem = toProblem({ refusal: { code: 'template.missing' }, requestId: 'r' });
    expect(problem).toMatchObject({ type: '/problems/template.missing', status: problems['template.missing'] });
  });
});

describe('the flood guard', () => {
  it('stops one address and no other, until the next window', () => {
    let now = 1_000_000;
    const guard = createFloodGuard(() => now);
    const takes = Array.from({ length: floodLimit.limit + 1 }, () => guard.take('a'));
    expect(takes.filter(Boolean)).toHaveLength(floodLimit.limit);
    expect(guard.take('b')).toBe(true);
    now += floodLimit.windowMs;
    expect(guard.take('a')).toBe(true);
  });
});
