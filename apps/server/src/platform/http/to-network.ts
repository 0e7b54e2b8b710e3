import { isIPv6 } from 'node:net';

const groupsOfNetwork = 4;

/** The eight groups of an IPv6 address. */
function listGroups(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after];
}

/**
 * What counts as one address in limits and lock-outs. A household of IPv6 has 2^64 addresses and may use another one for
 * each guess, so the network (/64) is counted; an IPv4 address is itself, also in its IPv6 form.
 */
export function toNetwork(address: string): string {
  const plain = address.split('%', 1)[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return address;
  const groups = listGroups(plain).slice(0, groupsOfNetwork);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
