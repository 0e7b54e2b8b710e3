import type { Endpoint } from '@anzai/contract';
import type { Deps } from '../deps.ts';
import { takeRate, type RateAnswer } from '../limits/take-rate.ts';

type Subject = 'address' | 'browser' | 'person' | 'actor';
type Limit = { readonly by: Subject; readonly limit: number; readonly windowSeconds: number };

const minute = 60;
const hour = 3600;

/**
 * Limits of calls that cost money, guess secrets or load the machine. An address may be a whole street office or village
 * behind one router, so its limits are wide; a browser's are narrow. A browser is forgotten with its cookie, so what a
 * signed-in person could carry off piece by piece is counted by the person (`actor`).
 */
const limitsByEndpoint: Readonly<Record<string, readonly Limit[]>> = {
  requestCode: [
    { by: 'browser', limit: 10, windowSeconds: hour },
    { by: 'address', limit: 120, windowSeconds: hour },
  ],
  signIn: [
    { by: 'browser', limit: 30, windowSeconds: hour },
    { by: 'address', limit: 300, windowSeconds: hour },
  ],
  beginPasskeySignIn: [{ by: 'address', limit: 300, windowSeconds: hour }],
  finishPasskeySignIn: [
    { by: 'browser', limit: 30, windowSeconds: hour },
    { by: 'address', limit: 300, windowSeconds: hour },
  ],
  identify: [
    { by: 'actor', limit: 20, windowSeconds: hour },
    { by: 'browser', limit: 20, windowSeconds: hour },
    { by: 'address', limit: 300, windowSeconds: hour },
  ],
  startAttempt: [
    { by: 'person', limit: 30, windowSeconds: hour },
    { by: 'browser', limit: 120, windowSeconds: hour },
    { by: 'address', limit: 1200, windowSeconds: hour },
  ],
  staffSignIn: [{ by: 'address', limit: 120, windowSeconds: 10 * minute }],
  showSecondFactor: [{ by: 'address', limit: 120, windowSeconds: 10 * minute }],
  revealDocument: [{ by: 'actor', limit: 120, windowSeconds: hour }],
  findPeople: [{ by: 'actor', limit: 1200, windowSeconds: hour }],
  verifyCertificates: [{ by: 'address', limit: 120, windowSeconds: minute }],
};

/** For every other call that changes state. */
const generalLimits: readonly Limit[] = [{ by: 'address', limit: 1200, windowSeconds: minute }];

/** Every call from one address, counted in this process only: a plain flood must not even reach the database. */
export const floodLimit = { limit: 6000, windowMs: 60_000 } as const;

/** Whom to count now. Before anyone is admitted these are `address` and `browser`; strangers use up nobody else's limit. */
export type RateSubjects = { readonly [by in Subject]?: string | undefined };

function findLimits(endpoint: Endpoint): readonly Limit[] {
  return limitsByEndpoint[endpoint.id] ?? (endpoint.idempotent === 'by-key' ? generalLimits : []);
}

/** Counts one call against the limits of its endpoint for these subjects; the first that is used up answers. */
export async function takeRequestRates(deps: Deps, endpoint: Endpoint, subjects: RateSubjects): Promise<RateAnswer> {
  for (const { by, limit, windowSeconds } of findLimits(endpoint)) {
    const subject = subjects[by];
    const name = `${endpoint.id in limitsByEndpoint ? endpoint.id : 'general'}:${by}`;
    const answer =
      subject === undefined ? { ok: true as const } : await takeRate(deps, { name, subject, limit, windowSeconds });
    if (!answer.ok) return answer;
  }
  return { ok: true };
}

export type FloodGuard = { take(address: string): boolean };

/** Counts in fixed windows; the map is dropped with each window, so it cannot grow for ever. */
export function createFloodGuard(nowMs: () => number): FloodGuard {
  let windowStartMs = 0;
  let counts = new Map<string, number>();
  return {
    take(address) {
      const now = nowMs();
      if (now - windowStartMs >= floodLimit.windowMs) {
        windowStartMs = now;
        counts = new Map();
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count <= floodLimit.limit;
    },
  };
}
