import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { openTestSite, type TestSite } from '../testing/open-test-site.ts';
import { createSmsGateway } from './create-sms-gateway.ts';
import { enqueueMessage } from './enqueue-message.ts';
import { createOutboxSender, forgetOldMessages } from './outbox-sender.ts';
import type { SmsGateway, SmsMessage, SmsResult } from './sms-gateway.ts';

let site: TestSite;
let sent: SmsMessage[] = [];
let answers: SmsResult[] = [];

const gateway: SmsGateway = {
  kind: 'webhook',
  async send(message) {
    sent.push(message);
    return answers.shift() ?? { ok: true };
  },
};

beforeAll(async () => {
  site = await openTestSite();
});
beforeEach(async () => {
  await site.reset();
  sent = [];
  answers = [];
});
afterAll(() => site.close());

const message = { kind: 'test', to: '+8613800138000', text: '验证码 123456' };

async function enqueue(): Promise<string> {
  return transaction(site.deps, (tx) => enqueueMessage(tx, message));
}

function createSender(): ReturnType<typeof createOutboxSender> {
  const deps: Deps = { ...site.deps, sms: gateway };
  return createOutboxSender(deps);
}

async function readState(): Promise<string> {
  return (await site.deps.db.selectFrom('outboxMessage').select('state').executeTakeFirstOrThrow()).state;
}

describe('a message', () => {
  it('leaves once it is committed, and its number and text stand nowhere in plain', async () => {
    const id = await enqueue();
    const row = await site.deps.db.selectFrom('outboxMessage').selectAll().executeTakeFirstOrThrow();
    const bytes = Buffer.concat([row.toSealed ?? Buffer.alloc(0), row.textSealed ?? Buffer.alloc(0)]);
    expect(bytes.includes('13800138000') || bytes.includes('123456')).toBe(false);
    await createSender().sendDue();
    expect(sent).toEqual([{ id, to: message.to, text: message.text }]);
    expect(await readState()).toBe('sent');
    expect(await createSender().sendDue()).toBe(0);
  });

  it('is tried again with the same id when the gateway has trouble', async () => {
    answers = [{ ok: false, reason: 'status 503', retry: true }];
    await enqueue();
    await createSender().sendDue();
    expect(await readState()).toBe('queued');
    site.clock.advance(5000);
    await createSender().sendDue();
    expect(await readState()).toBe('sent');
    expect(sent[0]?.id).toBe(sent[1]?.id);
  });

  it('is given up when the gateway will never take it', async () => {
    answers = [{ ok: false, reason: 'status 400', retry: false }];
    await enqueue();
    await createSender().sendDue();
    expect(await readState()).toBe('failed');
  });

  it('is forgotten after thirty days, but not that it was sent', async () => {
    await enqueue();
    await createSender().sendDue();
    site.clock.advance(31 * 24 * 3_600_000);
    await forgetOldMessages(site.deps);
    const row = await site.deps.db.selectFrom('outboxMessage').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ toSealed: null, textSealed: null, state: 'sent' });
  });
});

describe('the webhook gateway', () => {
  it('posts message, token and repetition key, and tells passing trouble from refusal', async () => {
    const received: { body: string; headers: IncomingHttpHeaders }[] = [];
    const statuses = [202, 400, 503];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
      request.on('end', () => {
        received.push({ body, headers: request.headers });
        response.writeHead(statuses.shift() ?? 500).end();
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const webhook = createSmsGateway({ kind: 'webhook', url: `http://127.0.0.1:${port}/sms`, token: 'secret' });
    const order = { id: 'id-1', to: '+8613800138000', text: 'hello' };
    expect(await webhook.send(order)).toEqual({ ok: true });
    expect(await webhook.send(order)).toMatchObject({ ok: false, retry: false });
    expect(await webhook.send(order)).toMatchObject({ ok: false, retry: true });
    expect(JSON.parse(received[0]?.body ?? '')).toEqual(order);
    expect(received[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'idempotency-key': 'id-1' });
    await new Promise((resolve) => void server.close(resolve));
    expect(await webhook.send(order)).toMatchObject({ ok: false, retry: true });
  });
});
