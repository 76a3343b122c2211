import { LONGEST_PASSWORD } from './access/credentials.js';
import type { CertificateFiles } from './certificate.js';
import { LARGEST_APPEND } from './environment.js';
import { OptionInvalid } from './errors.js';
import type { FirstPasswords } from './users/seed.js';

interface Serving {
  /** 0, or none: any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** Most bytes of one append; 1 MiB unless told. */
  readonly maxAppendSize?: number;
  /** Encrypts, and asks everybody for credentials. Without, the node is insecure, and on loopback only. */
  readonly certificate?: CertificateFiles;
  /** Asks nobody for credentials even with a certificate, and lets an insecure node listen beyond loopback. */
  readonly insecure?: boolean;
  /** Of `admin` and `ops` in a new log. */
  readonly passwords?: FirstPasswords;
  /** Lets strangers into streams that are open to everybody. */
  readonly anonymousStreams?: boolean;
  /** Told what an operator should know while the node runs; a warning of the process unless said. */
  readonly warn?: (sentence: string) => void;
  /** Keeps the standard index streams: `$ce-…`, `$et-…` and the others. */
  readonly projections?: boolean;
}

interface OnDisk {
  readonly data: string;
  readonly inMemory?: false;
  /** Answers before the disk has anything: to measure what flushing costs, never to keep events. */
  readonly neverFlush?: boolean;
}

export type EventNodeOptions = (Serving & OnDisk) | (Serving & { readonly inMemory: true });

/**
 * Types say as much, but not to programs in JavaScript, nor of numbers and texts.
 *
 * @throws OptionInvalid before anything is touched
 */
export function requireSensible(options: Partial<Serving & { data: string; inMemory: boolean }>): void {
  const { data, inMemory, port = 0, host = 'localhost', maxAppendSize = 1, passwords = {} } = options;
  if (data !== undefined && inMemory)
    throw new OptionInvalid('A log is kept in a folder (data) or in memory (inMemory): say one of them.');
  if (!inMemory && (typeof data !== 'string' || data === ''))
    throw new OptionInvalid(
      'The event node does not know where to keep its log: give it a folder (data), or inMemory: true.',
    );
  requireWhole('port', port, 0, 65_535);
  requireWhole('maxAppendSize', maxAppendSize, 1, LARGEST_APPEND);
  if (host === '') throw new OptionInvalid('The host is empty: give the address where the event node is to listen.');
  for (const [login, password] of Object.entries(passwords))
    if (typeof password === 'string' && (password === '' || password.length > LONGEST_PASSWORD))
      throw new OptionInvalid(`The password of ${login} has to have 1 to ${LONGEST_PASSWORD} characters.`);
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new OptionInvalid(`${name} is ${value}: give a whole number from ${least} to ${most}.`);
}
