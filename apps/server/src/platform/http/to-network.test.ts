import { describe, expect, it } from 'vitest';
import { toNetwork } from './to-network.ts';

describe('an address in limits', () => {
  it('is the whole network of an IPv6 household, however it is written', () => {
    const one = toNetwork('2001:db8:0:7::1');
    expect(one).toBe('2001:db8:0:7::/64');
    expect(toNetwork('2001:0DB8:0000:0007:ffff:1:2:3')).toBe(one);
    expect(toNetwork('2001:db8:0:8::1')).not.toBe(one);
    expect(toNetwork('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(toNetwork('::1')).toBe('0:0:0:0::/64');
  });

  it('is the IPv4 address itself, also inside IPv6', () => {
    expect(toNetwork('203.0.113.7')).toBe('203.0.113.7');
    expect(toNetwork('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(toNetwork('unknown')).toBe('unknown');
  });
});
