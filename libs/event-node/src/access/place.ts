import { isIPv6 } from 'node:net';

/**
 * The place that an address stands for: of IPv6 the half that one household or machine is given, for it has all of the
 * other half to itself.
 */
export function placeOf(address: string): string {
  if (!isIPv6(address)) return address;
  if (/^::ffff:[\d.]+$/i.test(address)) return address.slice('::ffff:'.length);
  const [head = '', tail = ''] = address.replace(/%.*/, '').split('::');
  const [first, last] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const between = Array<string>(8 - first.length - last.length).fill('0');
  return [...first, ...between, ...last].slice(0, 4).join(':');
}
