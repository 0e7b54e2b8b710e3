import type { FaceEngine } from '@anzai/face';
import type { Transaction } from 'kysely';
import type { Config } from '../config.ts';
import type { AuditEntry } from './audit/audit-entry.ts';
import type { Clock } from './clock.ts';
import type { Vault } from './crypto/vault.ts';
import type { Db } from './db/database.ts';
import type { Database } from './db/schema.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { SmsGateway } from './outbox/sms-gateway.ts';

/** Wakes the own process's workers; other servers notice by polling. */
export interface Kicks {
  readonly jobs: () => void;
  readonly outbox: () => void;
}

/** Everything a command may touch, built once and passed explicitly. */
export type Deps = {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly engine: FaceEngine;
  readonly sms: SmsGateway;
  readonly kicks: Kicks;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** What is gathered during a transaction: audit entries are written last, callbacks run once it is committed. */
export type UnitOfWork = {
  readonly audit: AuditEntry[];
  readonly afterCommit: (() => void)[];
};

/** `Deps` inside a transaction: `db` is the transaction itself. Made by `transaction` only. */
export type Tx = Omit<Deps, 'db'> & { readonly db: Transaction<Database>; readonly unit: UnitOfWork };

/** Either of them: what a query or a command that joins takes. */
export type Context = Deps | Tx;
