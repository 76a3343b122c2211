import { addressList, isLoopback, type NameCheck } from '#network';
import type { ApiConfig } from '../config.js';
import { Refusal } from '../http/refusal.js';

/** What is asked of a request before anything else. */
export interface Caller {
  readonly headers: { readonly host?: string };
  readonly socket: { readonly remoteAddress?: string };
}

/**
 * Refuses requests that call us by a stranger's name; and, where a proxy encrypts, those that come past it, whose
 * passwords have gone over the network unencrypted.
 *
 * @returns what finds the refusal of a request: `request/unknown-host`, `request/past-the-proxy`
 */
export function expectedCallers(
  { host, tls, trustProxy = [] }: Pick<ApiConfig, 'host' | 'tls' | 'trustProxy'>,
  isOwn: NameCheck,
): (request: Caller) => Refusal | undefined {
  const proxies = addressList(trustProxy.join(','), 'TRAGUARDO_PROXY');
  const onlyThrough = tls === undefined && trustProxy.length > 0 && !isLoopback(host);
  const loopback = addressList('127.0.0.0/8, ::1', 'loopback');
  return ({ headers, socket }) => {
    if (!isOwn(headers.host)) return new Refusal('request/unknown-host', { host: headers.host?.slice(0, 100) ?? '–' });
    const from = socket.remoteAddress ?? '';
    if (onlyThrough && !proxies.has(from) && !loopback.has(from)) return new Refusal('request/past-the-proxy');
    return undefined;
  };
}
