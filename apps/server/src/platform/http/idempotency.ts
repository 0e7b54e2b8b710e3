import type { Endpoint, Refusal } from '@anzai/contract';
import { problems } from '@anzai/contract';
import { refuse, type Result } from '@anzai/domain';
import { z } from 'zod';
import { transaction } from '../db/transaction.ts';
import type { Deps, Tx } from '../deps.ts';
import type { CookieChange, CookieJar } from '../session/cookies.ts';

export type KeyedRequest = {
  readonly endpoint: Endpoint;
  readonly key: string;
  /** Whose key it is: a session or a browser. The same key of another one is another key. */
  readonly scope: string;
  /** Everything that makes the request what it is. */
  readonly content: unknown;
  readonly cookies: CookieJar;
};

export type KeyedAnswer = {
  readonly result: Result<unknown, Refusal>;
  readonly cookies: readonly CookieChange[];
  readonly repeated: boolean;
};

const StoredAnswer = z.object({
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), refusal: z.looseObject({ code: z.string() }) }),
  ]),
  cookies: z.array(
    z.object({
      name: z.enum(['browser', 'account', 'staff']),
      value: z.string().nullable(),
      maxAgeSeconds: z.number(),
    }),
  ),
});

type KeyRow = { readonly scope: Uint8Array; readonly key: string; readonly fingerprint: Uint8Array };

function toPlace(row: KeyRow): { table: string; row: string; field: string } {
  return { table: 'idempotency_key', row: `${Buffer.from(row.scope).toString('hex')}/${row.key}`, field: 'answer' };
}

function toRow(deps: Deps, request: KeyedRequest): KeyRow {
  const content = JSON.stringify([request.endpoint.id, request.content]);
  return {
    scope: deps.vault.lookupHash('idempotency', request.scope),
    key: request.key.toLowerCase(),
    fingerprint: deps.vault.lookupHash('idempotency', content),
  };
}

/** Claims the key. While another transaction holds it the insert waits, so that a duplicate gets that one's answer. */
async function claim(tx: Tx, row: KeyRow): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('idempotencyKey')
    .values({ ...row, createdAt: tx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

async function repeatAnswer(tx: Tx, row: KeyRow): Promise<KeyedAnswer> {
  const stored = await tx.db
    .selectFrom('idempotencyKey')
    .select(['fingerprint', 'answerSealed'])
    .where('scope', '=', row.scope)
    .where('key', '=', row.key)
    .executeTakeFirstOrThrow();
  const same = Buffer.compare(stored.fingerprint, row.fingerprint) === 0;
  if (!same || stored.answerSealed === null) {
    return { result: refuse({ code: 'request.idempotency_key_reused' }), cookies: [], repeated: true };
  }
  const answer = StoredAnswer.parse(JSON.parse(tx.vault.openText(toPlace(row), stored.answerSealed)));
  return { result: answer.result as KeyedAnswer['result'], cookies: answer.cookies, repeated: true };
}

/** Answers that another try may change are not kept: the server's own trouble, and waits. */
function isPassing(result: Result<unknown, Refusal>): boolean {
  return !result.ok && (problems[result.refusal.code] >= 500 || problems[result.refusal.code] === 429);
}

async function keepAnswer(tx: Tx, row: KeyRow, answer: KeyedAnswer): Promise<void> {
  const here = { scope: row.scope, key: row.key };
  if (isPassing(answer.result)) {
    await tx.db.deleteFrom('idempotencyKey').where('scope', '=', here.scope).where('key', '=', here.key).execute();
    return;
  }
  const text = JSON.stringify({ result: answer.result, cookies: answer.cookies });
  await tx.db
    .updateTable('idempotencyKey')
    .set({ answerSealed: tx.vault.sealText(toPlace(row), text) })
    .where('scope', '=', here.scope)
    .where('key', '=', here.key)
    .execute();
}

/**
 * Runs `work` at most once per key. Key, state and answer are committed together, so there is no moment at which the work
 * is done and the answer lost.
 */
export async function runOnce(
  deps: Deps,
  request: KeyedRequest,
  work: (tx: Tx) => Promise<Result<unknown, Refusal>>,
): Promise<KeyedAnswer> {
  const row = toRow(deps, request);
  return transaction(deps, async (tx) => {
    if (!(await claim(tx, row))) return repeatAnswer(tx, row);
    const result = await work(tx);
    const answer: KeyedAnswer = { result, cookies: request.cookies.list(), repeated: false };
    await keepAnswer(tx, row, answer);
    return answer;
  });
}

/** A key is remembered this long; a client that repeats later gets the work done again, or refused by its state. */
const keepMs = 48 * 3_600_000;

export async function deleteOldKeys(deps: Deps): Promise<void> {
  const before = new Date(Date.parse(deps.clock.now()) - keepMs).toISOString();
  await deps.db.deleteFrom('idempotencyKey').where('createdAt', '<', before).execute();
}
