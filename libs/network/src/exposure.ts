import { isLoopback, addressList } from './addresses.js';
import type { CertificateFiles } from './certificate.js';
import { ExposureRefused } from './exposure-refused.js';

/** The variable that lets plain HTTP out to the network; its only value is `yes`. */
export const UNENCRYPTED = 'TRAGUARDO_INSECURE_HTTP';

/** Where the API listens, and who sees to it that nobody on the way reads along. */
export interface Exposure {
  /** Address or name of an interface; `0.0.0.0`: all of them. */
  readonly host: string;
  /** Encryption by the API itself. */
  readonly tls?: CertificateFiles;
  /** Addresses or networks of proxies whose word on the client's address, host and protocol counts. */
  readonly proxies: readonly string[];
  /** Where people reach it, without a slash at the end; absent: to be made of host, port and certificate. */
  readonly url?: string;
  /** Plain HTTP goes over the network, by order. */
  readonly unencrypted: boolean;
}

/**
 * Reads HOST, TLS_CERT, TLS_KEY, TRAGUARDO_PROXY, TRAGUARDO_URL and TRAGUARDO_INSECURE_HTTP. A variable that is set to
 * nothing is not set.
 *
 * @throws ExposureRefused above all `network/plain-http`: passwords never go unencrypted over a network by accident
 */
export function readExposure(env: Readonly<Record<string, string | undefined>>): Exposure {
  const host = env['HOST'] || '127.0.0.1';
  const tls = filesIn(env);
  const proxies = addressList(env['TRAGUARDO_PROXY'] || '', 'TRAGUARDO_PROXY').entries;
  const url = urlIn(env);
  const open = !isLoopback(host) && tls === undefined && proxies.length === 0;
  if (open && env[UNENCRYPTED] !== 'yes') throw plainHttp(host);
  if (proxies.length > 0 && url === undefined) {
    const message = `Behind a proxy (TRAGUARDO_PROXY) only you know the address that people use: set TRAGUARDO_URL=https://…`;
    throw new ExposureRefused('network/url-missing', message);
  }
  const throughPlainProxy = proxies.length > 0 && url?.startsWith('http:') === true;
  if (throughPlainProxy && env[UNENCRYPTED] !== 'yes') {
    const message = `TRAGUARDO_URL is ${url}, but a proxy (TRAGUARDO_PROXY) must encrypt: give the address with https://.`;
    throw new ExposureRefused('network/plain-http', message);
  }
  return {
    host,
    proxies,
    unencrypted: open || throughPlainProxy,
    ...(tls && { tls }),
    ...(url !== undefined && { url }),
  };
}

function filesIn(env: Readonly<Record<string, string | undefined>>): CertificateFiles | undefined {
  const [cert, key] = [env['TLS_CERT'] || undefined, env['TLS_KEY'] || undefined];
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert === undefined && key === undefined) return undefined;
  const missing = cert === undefined ? 'TLS_CERT' : 'TLS_KEY';
  throw new ExposureRefused(
    'network/tls-incomplete',
    `TLS needs a certificate and its key: ${missing} is not set (each is the path of a PEM file).`,
  );
}

function urlIn(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const text = env['TRAGUARDO_URL'];
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const origin = url !== undefined && /^https?:$/.test(url.protocol) && /^\/*$/.test(url.pathname);
  if (url !== undefined && origin && url.search === '' && url.hash === '' && url.username === '') return url.origin;
  throw new ExposureRefused(
    'network/url-invalid',
    `TRAGUARDO_URL is "${text}": give the address that people open, as https://obiettivi.comune.example.it, without a path.`,
  );
}

function plainHttp(host: string): ExposureRefused {
  return new ExposureRefused(
    'network/plain-http',
    `HOST=${host} would send passwords over the network for everybody on it to read: set TLS_CERT and TLS_KEY, or put a ` +
      `proxy with TLS in front and name it in TRAGUARDO_PROXY, or leave HOST away to serve this machine alone ` +
      `(${UNENCRYPTED}=yes only where something else encrypts the way, such as a VPN).`,
  );
}
