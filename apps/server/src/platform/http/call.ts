import type { IncomingHttpHeaders } from 'node:http';
import type { Access, Endpoint, ProblemCode, Refusal } from '@anzai/contract';
import type { Permission, Result } from '@anzai/domain';
import type { z } from 'zod';
import type { Deps, Tx } from '../deps.ts';
import type { AccountActor, Actors, StaffActor } from '../session/actor.ts';
import type { CookieJar } from '../session/cookies.ts';

/** An account's link to the person it acts for. */
export type Principal = { readonly personId: string; readonly acting: 'self' | 'helper' };

type ActorOf<A extends Access> = A extends 'account' | 'principal'
  ? AccountActor
  : A extends 'staff' | Permission
    ? StaffActor
    : A extends 'capturer'
      ? AccountActor | StaffActor
      : null;

type ParsedOf<T> = T extends z.ZodType ? z.output<T> : undefined;
type BodyOf<E extends Endpoint> = E extends { bodyType: string }
  ? Uint8Array
  : E extends { body: infer B }
    ? ParsedOf<B>
    : undefined;

/** One request as a handler sees it. */
export type Call<E extends Endpoint = Endpoint> = {
  readonly endpoint: E;
  readonly params: E extends { params: infer P } ? ParsedOf<P> : undefined;
  readonly query: E extends { query: infer Q } ? ParsedOf<Q> : undefined;
  readonly body: BodyOf<E>;
  readonly headers: IncomingHttpHeaders;
  /** Whoever is signed in in this browser; a counter's computer may hold both. */
  readonly actors: Actors;
  /** The one that the endpoint's access demands. */
  readonly actor: ActorOf<E['access']>;
  readonly principal: E['access'] extends 'principal' ? Principal : null;
  readonly cookies: CookieJar;
  readonly csrfToken: string;
  /** Random id of the browser, empty before it got one. */
  readonly browserId: string;
  /** Address of the client as far as trusted proxies tell it. */
  readonly address: string;
  /** Where the client reached this server, e.g. `https://example.org`. */
  readonly origin: string;
  readonly requestId: string;
  /** Aborted when the client hangs up or the server stops; long polls end then. */
  readonly signal: AbortSignal;
};

/** Refusals that any endpoint may give. */
export type GeneralCode = Extract<
  ProblemCode,
  `request.${string}` | `server.${string}` | 'account.signed_out' | 'staff.signed_out' | 'staff.forbidden'
>;

/** An answer that is not JSON; the endpoint names its media type. */
export type BinaryAnswer = { readonly bytes: Uint8Array; readonly fileName?: string };

export type AnswerOf<E extends Endpoint> = E extends { response: infer R extends z.ZodType }
  ? z.input<R>
  : BinaryAnswer;
export type RefusalOf<E extends Endpoint> = Refusal<E['refusals'][number] | GeneralCode>;
export type ResultOf<E extends Endpoint> = Result<AnswerOf<E>, RefusalOf<E>>;

/** By-key endpoints run inside the transaction that also keeps their answer; the others open their own. */
export type DepsOf<E extends Endpoint> = E['idempotent'] extends 'by-key' ? Tx : Deps;

/** `prepare` runs before the transaction, for slow work that touches no state (hashing a password). */
export type PreparedHandler<E extends Endpoint, P> = {
  prepare(deps: Deps, call: Call<E>): Promise<P>;
  handle(deps: DepsOf<E>, call: Call<E>, prepared: P): Promise<ResultOf<E>>;
};

export type Handler<E extends Endpoint> = (deps: DepsOf<E>, call: Call<E>) => Promise<ResultOf<E>>;
