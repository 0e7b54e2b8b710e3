import type { ProblemCode } from '@anzai/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import { sendProblem } from './send-answer.ts';

const codesByFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.invalid',
  FST_ERR_BAD_URL: 'request.not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'request.not_found',
  FST_STATIC_FORBIDDEN_PATH: 'request.not_found',
};

/** The database is away or full: another try will do. PostgreSQL's classes 08, 53, 57P and the driver's own. */
const busyCodes = /^(08...|53...|57P0[123]|ECONNREFUSED|ECONNRESET|ETIMEDOUT)$/;

function toCode(fault: FastifyError, isPicture: boolean): ProblemCode {
  const known = codesByFastify[fault.code];
  if (known === 'request.too_large' && isPicture) return 'picture.too_large';
  if (known !== undefined) return known;
  if (fault.statusCode === 400) return 'request.invalid';
  return busyCodes.test(fault.code) ? 'server.busy' : 'server.fault';
}

/** The single place where a fault becomes an answer; it says nothing of what happened inside. */
export function createErrorHandler(log: Log) {
  return (fault: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const isPicture = request.headers['content-type']?.startsWith('image/') ?? false;
    const code = toCode(fault, isPicture);
    if (code.startsWith('server.')) {
      const { endpointId } = request.routeOptions.config;
      log.error({ err: fault, requestId: request.id, endpoint: endpointId }, 'request failed');
    }
    return sendProblem(reply, { refusal: { code } as Parameters<typeof sendProblem>[1]['refusal'] });
  };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Contract id of the endpoint, for logs and metrics instead of the URL. */
    endpointId?: string;
  }
}
