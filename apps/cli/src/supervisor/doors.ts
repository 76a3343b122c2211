import { hostname } from 'node:os';
import { isIP } from 'node:net';
import { isLoopback, loadCertificate, UNENCRYPTED, type Certificate, type Exposure } from '#network';
import type { PortRequest } from './ports.js';

/** How the API is reached: by people, and by this machine. */
export interface Doors {
  /** Ports to be had before anything starts: the one for people, then, if there is one, that of this machine. */
  readonly ports: readonly PortRequest[];
  /** Variables that tell the API, and the worker what its links begin with. */
  environment(ports: readonly number[]): NodeJS.ProcessEnv;
  /** For people. */
  url(ports: readonly number[]): string;
  /** For this machine: plain HTTP on loopback. */
  innerUrl(ports: readonly number[]): string;
  /** What whoever starts it must know. */
  readonly warnings: readonly string[];
}

export const THIS_MACHINE: Exposure = { host: '127.0.0.1', proxies: [], unencrypted: false };

const DAY_MS = 86_400_000;
/** Certificates that renew themselves have done so by then. */
export const EXPIRES_SOON_MS = 21 * DAY_MS;

/** @throws ExposureRefused when the certificate is not usable */
export function doorsOf(exposure: Exposure, port: number, now: number): Doors {
  const { host, tls, proxies } = exposure;
  const certificate = tls && loadCertificate(tls);
  // supervisor and commands know neither the certificate's name nor its authority, and may not be on its interface
  const ownDoor = certificate !== undefined || !reachesLoopback(host);
  const url = ([bound = port]: readonly number[]) =>
    exposure.url ?? `${certificate ? 'https' : 'http'}://${nameOf(host, certificate)}${suffix(bound, certificate)}`;
  return {
    ports: [
      { part: 'web and API', variable: 'PORT', port, host },
      ...(ownDoor ? [{ part: 'the commands of this machine', variable: 'TRAGUARDO_LOOPBACK_PORT', port: 0 }] : []),
    ],
    environment: (ports) => ({
      HOST: host,
      PORT: String(ports[0]),
      TRAGUARDO_LOOPBACK_PORT: ownDoor ? String(ports[1]) : undefined,
      TLS_CERT: tls?.cert,
      TLS_KEY: tls?.key,
      TRAGUARDO_PROXY: proxies.join(',') || undefined,
      TRAGUARDO_URL: exposure.url ?? (isLoopback(host) && !certificate ? undefined : url(ports)),
      [UNENCRYPTED]: exposure.unencrypted ? 'yes' : undefined,
    }),
    url,
    innerUrl: (ports) => `http://127.0.0.1:${ownDoor ? ports[1] : ports[0]}`,
    warnings: [...unencryptedWarning(exposure), ...certificateWarnings(certificate, now)],
  };
}

function reachesLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '0.0.0.0'].includes(host);
}

function nameOf(host: string, certificate: Certificate | undefined): string {
  const certified = certificate?.names.find((name) => !name.includes('*'));
  if (certified !== undefined) return certified;
  if (host === '0.0.0.0' || host === '::') return hostname();
  return isIP(host) === 6 ? `[${host}]` : host;
}

function suffix(port: number, certificate: Certificate | undefined): string {
  return port === (certificate ? 443 : 80) ? '' : `:${port}`;
}

function unencryptedWarning({ unencrypted, host }: Exposure): readonly string[] {
  if (!unencrypted) return [];
  return [`WARNING: ${UNENCRYPTED}=yes. Passwords and documents go UNENCRYPTED over the network of HOST=${host}.`];
}

export function certificateWarnings(certificate: Certificate | undefined, now: number): readonly string[] {
  if (certificate === undefined) return [];
  const { validFromMs, validToMs } = certificate;
  const day = new Date(validToMs).toISOString().slice(0, 10);
  if (now > validToMs) return [`WARNING: the certificate (TLS_CERT) expired on ${day}: browsers refuse it. Renew it.`];
  if (now < validFromMs)
    return [`WARNING: the certificate (TLS_CERT) is not valid yet: renew it, or set this machine's clock.`];
  if (validToMs - now < EXPIRES_SOON_MS) return [`WARNING: the certificate (TLS_CERT) expires on ${day}: renew it.`];
  return [];
}
