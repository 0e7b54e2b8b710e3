import { problems, type Endpoint, type ProblemCode } from '@anzai/contract';
import { z } from 'zod';
import { listEndpoints } from './list-endpoints.ts';

type Json = Readonly<Record<string, unknown>>;

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'facts', 'invalidParams', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    facts: { type: 'object' },
    invalidParams: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' } } },
    },
    requestId: { type: 'string' },
  },
};

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _version, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}

function toParameters(endpoint: Endpoint): readonly Json[] {
  const parts = [
    { in: 'path', schema: endpoint.params },
    { in: 'query', schema: endpoint.query },
  ];
  const parameters = parts.flatMap(({ in: place, schema }) =>
    Object.entries(schema?.shape ?? {}).map(([name, value]) => ({
      name,
      in: place,
      required: place === 'path' || !z.safeParse(value as z.ZodType, undefined).success,
      schema: toJsonSchema(value as z.ZodType, 'input'),
    })),
  );
  if (endpoint.idempotent !== 'by-key') return parameters;
  return [
    ...parameters,
    { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
  ];
}

function toRequestBody(endpoint: Endpoint): Json {
  if (endpoint.bodyType !== undefined) {
    return { requestBody: { required: true, content: { [endpoint.bodyType]: {} } } };
  }
  if (endpoint.body === undefined) return {};
  const schema = toJsonSchema(endpoint.body, 'input');
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function toAnswer(endpoint: Endpoint): Json {
  const type = endpoint.responseType ?? 'application/json';
  const content = endpoint.response === undefined ? {} : { schema: toJsonSchema(endpoint.response, 'output') };
  return { description: endpoint.summary, content: { [type]: content } };
}

/** Refusals by status, with their codes, as the contract names them. */
function toProblems(refusals: readonly ProblemCode[]): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of refusals) byStatus.set(problems[code], [...(byStatus.get(problems[code]) ?? []), code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const known = [...byStatus].map(([status, codes]) => [String(status), { description: codes.join(', '), content }]);
  return { ...Object.fromEntries(known), default: { description: 'Any other refusal', content } };
}

function toOperation(endpoint: Endpoint): Json {
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    'x-access': endpoint.access,
    'x-idempotent': endpoint.idempotent,
    parameters: toParameters(endpoint),
    ...toRequestBody(endpoint),
    responses: { 200: toAnswer(endpoint), ...toProblems(endpoint.refusals) },
  };
}

function toPath(endpoint: Endpoint): string {
  return endpoint.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
}

/** OpenAPI 3.1 of the whole contract; its only source is the endpoint table. */
export function renderOpenapi(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of listEndpoints()) {
    const path = (paths[toPath(endpoint)] ??= {});
    path[endpoint.method.toLowerCase()] = toOperation(endpoint);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Anzai',
      version: '1',
      description: 'Proof of life for people who receive a pension.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Problem: problemSchema } },
  };
}
