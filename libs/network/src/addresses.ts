import { BlockList, isIP } from 'node:net';
import { ExposureRefused } from './exposure-refused.js';

/** Whether what listens there is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

export interface AddressList {
  /** As they were given: addresses and networks. */
  readonly entries: readonly string[];
  /** Also where IPv4 comes dressed as IPv6 (`::ffff:10.0.0.1`). */
  has(address: string): boolean;
}

/**
 * Reads addresses and networks divided by commas: `10.0.0.2, 192.168.7.0/24, fd00::/8`.
 *
 * @param variable  for the sentence
 * @throws ExposureRefused `network/address-list`
 */
export function addressList(text: string, variable: string): AddressList {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address);
    const longest = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : Number(bits);
    if (family === 0 || bits === '' || !Number.isInteger(prefix) || prefix < 0 || prefix > longest) {
      const message = `${variable} holds "${entry}", which is no address or network: give it as 10.0.0.2 or 192.168.7.0/24.`;
      throw new ExposureRefused('network/address-list', message);
    }
    if (prefix === 0) {
      const message = `${variable} holds "${entry}", which is everybody: name only those that you trust.`;
      throw new ExposureRefused('network/address-list', message);
    }
    list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
  }
  return {
    entries,
    has(address) {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
      const family = isIP(plain);
      return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
    },
  };
}
