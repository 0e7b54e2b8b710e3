import type { Permission } from '@anzai/domain';
import type { z } from 'zod';
import type { ProblemCode } from './problems.ts';

/**
 * Who may call: anyone; a signed-in account; an account linked to the person it acts for; either side of a capture
 * (the account or the clerk that began it); any signed-in staff; or staff with a permission.
 */
export type Access = 'public' | 'account' | 'principal' | 'capturer' | 'staff' | Permission;

export type Endpoint = {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify's form: `/api/people/:personId`. */
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  /** State-changing calls carry an `Idempotency-Key` header (UUID) unless the path itself names what is made. */
  readonly idempotent: 'by-key' | 'by-path' | 'safe';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Media types other than JSON that the body may have. */
  readonly bodyType?: 'image/jpeg';
  /** `undefined` for answers that are not JSON; `responseType` names them then. */
  readonly response?: z.ZodType;
  readonly responseType?: 'application/pdf' | 'image/jpeg' | 'image/svg+xml' | 'text/csv';
  readonly refusals: readonly ProblemCode[];
};

export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}
