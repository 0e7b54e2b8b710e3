import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { logOptions, renderFault, type Log } from './log.ts';

function logged(work: (log: Log) => void): string {
  let text = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  work(pino(logOptions('info'), sink));
  return text;
}

describe('the log', () => {
  it('drops personal data that a careless caller hands it', () => {
    const text = logged((log) => {
      log.info({ person: { name: '王秀英', documentNumber: '440106195001011234' }, phone: '13800138000' }, 'seen');
      log.info({ call: { actor: { code: '123456' } }, attemptId: 'a-1' }, 'seen');
    });
    expect(text).not.toMatch(/王秀英|440106|13800138000|123456/);
    expect(text).toContain('a-1');
  });

  it('keeps of a database fault its code and constraint, and of any fault where it arose', () => {
    const fault = Object.assign(new Error('duplicate key (phone)=(13800138000)'), {
      code: '23505',
      constraint: 'account_phone',
      detail: 'Key (phone)=(13800138000) already exists.',
    });
    const text = logged((log) => log.error({ err: fault }, 'failed'));
    expect(text).not.toContain('13800138000');
    expect(text).toContain('23505');
    expect(text).toContain('account_phone');
    expect(renderFault(new Error('why')).stack).toMatch(/^\s+at /);
  });
});
