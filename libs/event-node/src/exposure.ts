import { isIP } from 'node:net';
import { ExposureRefused } from './errors.js';
import { isPassword, WELL_KNOWN_PASSWORD } from './users/password.js';
import type { Users } from './users/users.js';

/** Where a node listens, and what protects it. */
export interface Exposure {
  readonly host: string;
  readonly encrypted: boolean;
  /** Nobody needs credentials, by order. */
  readonly insecure: boolean;
}

/** @throws ExposureRefused when a log would be open to the network without anyone having said so */
export function requireMeant({ host, encrypted, insecure }: Exposure): void {
  if (isLoopback(host) || encrypted || insecure) return;
  throw new ExposureRefused(
    `The event node would be open to everybody who reaches ${host}: give it a certificate and its key, ` +
      'or listen on 127.0.0.1, or say that it is to be insecure.',
  );
}

/** @throws ExposureRefused when an account would let in whoever knows the password that everybody knows */
export async function requireOwnPasswords({ host, encrypted }: Exposure, users: Users): Promise<void> {
  if (isLoopback(host) || !encrypted) return;
  for (const { user } of users.all()) {
    if (user.disabled || !(await isPassword(WELL_KNOWN_PASSWORD, user.password))) continue;
    throw new ExposureRefused(
      `The account ${user.login} still has the password that everybody knows, and ${host} is open to the network: ` +
        'for a new log set EVENTSTORE_DEFAULT_ADMIN_PASSWORD; for one that exists, listen on 127.0.0.1 and change it.',
    );
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
