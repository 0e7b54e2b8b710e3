import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  readonly httpSeconds: Histogram<'endpoint' | 'status'>;
  /** Decided attempts; `outcome` is passed, again, review, other-way or error. */
  readonly attempts: Counter<'purpose' | 'outcome'>;
  /** CPU milliseconds of one attempt by stage of the face engine. */
  readonly stageMs: Histogram<'stage'>;
  readonly queue: Gauge<'queue' | 'state'>;
  readonly jobs: Counter<'job' | 'result'>;
  readonly messages: Counter<'kind' | 'result'>;
};

/** One registry per server object, so that two in one process do not share their counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'anzai_http_request_seconds',
      help: 'Time to answer, by endpoint and status',
      labelNames: ['endpoint', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10, 30],
      registers,
    }),
    attempts: new Counter({
      name: 'anzai_attempts_total',
      help: 'Decided attempts, by purpose and outcome',
      labelNames: ['purpose', 'outcome'],
      registers,
    }),
    stageMs: new Histogram({
      name: 'anzai_face_stage_milliseconds',
      help: 'CPU time of one attempt by stage of the face engine',
      labelNames: ['stage'],
      buckets: [1, 5, 20, 50, 100, 300, 1000, 3000],
      registers,
    }),
    queue: new Gauge({
      name: 'anzai_queue_size',
      help: 'Rows waiting, by queue and state',
      labelNames: ['queue', 'state'],
      registers,
    }),
    jobs: new Counter({
      name: 'anzai_jobs_total',
      help: 'Runs of background jobs, by result',
      labelNames: ['job', 'result'],
      registers,
    }),
    messages: new Counter({
      name: 'anzai_messages_total',
      help: 'Messages handed to the gateway, by result',
      labelNames: ['kind', 'result'],
      registers,
    }),
  };
}
