import type { Endpoint, Refusal } from '@anzai/contract';
import type { FastifyReply } from 'fastify';
import type { Config } from '../../config.ts';
import { writeCookie } from './browser.ts';
import type { BinaryAnswer } from './call.ts';
import { findRetryAfter, toProblem, type InvalidParam } from './problem.ts';
import type { CallAnswer } from './run-call.ts';

type ProblemReply = { readonly refusal: Refusal; readonly invalidParams?: readonly InvalidParam[] };

export function sendProblem(reply: FastifyReply, { refusal, invalidParams }: ProblemReply): FastifyReply {
  const problem = toProblem({ refusal, requestId: reply.request.id, invalidParams: invalidParams ?? [] });
  const retryAfter = findRetryAfter(refusal);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json');
  return reply.send(JSON.stringify(problem));
}

function isBinary(value: unknown): value is BinaryAnswer {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;
}

function sendBinary(reply: FastifyReply, type: string, answer: BinaryAnswer): FastifyReply {
  const name = answer.fileName === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`;
  void reply.header('content-disposition', `inline${name}`).type(type);
  return reply.send(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
}

/** Published keys and revocations may be read by any page; nothing else may. */
function openToAll(endpoint: Endpoint, reply: FastifyReply): void {
  if (!endpoint.path.startsWith('/.well-known/')) return;
  void reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  void reply.header('cache-control', 'public, max-age=300');
}

type Answered = { readonly config: Config; readonly endpoint: Endpoint; readonly answer: CallAnswer };

export function sendAnswer(reply: FastifyReply, { config, endpoint, answer }: Answered): FastifyReply {
  void reply.header('cache-control', 'no-store');
  for (const change of answer.cookies) writeCookie(config, reply, change);
  if (answer.repeated) void reply.header('idempotent-replayed', 'true');
  const { result } = answer;
  if (!result.ok) return sendProblem(reply, { refusal: result.refusal, invalidParams: answer.invalidParams });
  openToAll(endpoint, reply);
  if (isBinary(result.value))
    return sendBinary(reply, endpoint.responseType ?? 'application/octet-stream', result.value);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(result.value ?? null));
}
