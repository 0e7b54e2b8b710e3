import type { Context } from '../deps.ts';

/** At most `limit` in each window; `subject` is an address, a device or a telephone and is kept as a keyed hash. */
export type Rate = {
  readonly name: string;
  readonly subject: string;
  readonly limit: number;
  readonly windowSeconds: number;
};

export type RateAnswer = { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number };

/** Counts one use: a single upsert, shared by all servers. */
export async function takeRate(context: Context, rate: Rate): Promise<RateAnswer> {
  const nowMs = Date.parse(context.clock.now());
  const windowMs = rate.windowSeconds * 1000;
  const startMs = Math.floor(nowMs / windowMs) * windowMs;
  const bucket = context.vault.lookupHash('limit', `${rate.name}\0${rate.windowSeconds}\0${rate.subject}`);
  const { count } = await context.db
    .insertInto('rateLimit')
    .values({ bucket, windowStart: new Date(startMs).toISOString(), count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['bucket', 'windowStart']).doUpdateSet((row) => ({ count: row('rateLimit.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  if (count <= rate.limit) return { ok: true };
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil((startMs + windowMs - nowMs) / 1000)) };
}

/** Longest window that any limit uses; older counters are swept. */
export const rateWindowSecondsMax = 86_400;

export async function deleteOldRates(context: Context): Promise<void> {
  const before = new Date(Date.parse(context.clock.now()) - 2 * rateWindowSecondsMax * 1000).toISOString();
  await context.db.deleteFrom('rateLimit').where('windowStart', '<', before).execute();
}
