import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** A password as it is kept: what it was made with, and what came out. */
export interface PasswordHash {
  /** `scrypt-<cost>-<block size>-<parallelism>`, so that a stronger one can come without a break. */
  readonly algorithm: string;
  /** Both in base64. */
  readonly salt: string;
  readonly hash: string;
}

/** The password that EventStoreDB gives to `admin` and `ops`: everybody knows it. */
export const WELL_KNOWN_PASSWORD = 'changeit';

/** Its hash, made once and cheaply: there is nothing to protect, and a node in memory starts in milliseconds. */
export const WELL_KNOWN_HASH: PasswordHash = {
  algorithm: 'scrypt-1024-8-1',
  salt: 'dHJhZ3VhcmRvLWNoYW5nZQ==',
  hash: 'xFZdWeuQMA/5m3xTfFcHhVD0LIGRbBFVTQvxx1vnoR4=',
};

const ALGORITHM = 'scrypt-16384-8-5';
/** What a password is compared with that nobody has: it takes as long, and is never right. */
export const NOBODYS: PasswordHash = { algorithm: ALGORITHM, salt: 'dHJhZ3VhcmRvLW5vYm9keQ==', hash: '' };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/** One at a time: a crowd of guesses must take neither memory nor the threads that write the log. */
let turn: Promise<unknown> = Promise.resolve();

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derived(password, { algorithm: ALGORITHM, salt: salt.toString('base64'), hash: '' });
  return { algorithm: ALGORITHM, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** Takes as long for a wrong password as for the right one. */
export async function isPassword(password: string, kept: PasswordHash): Promise<boolean> {
  const [expected, given] = [Buffer.from(kept.hash, 'base64'), await derived(password, kept)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function derived(password: string, { algorithm, salt }: PasswordHash): Promise<Buffer> {
  const [, cost, blockSize, parallelism] = /^scrypt-(\d+)-(\d+)-(\d+)$/.exec(algorithm) ?? [];
  if (cost === undefined) throw new Error(`A password was kept with "${algorithm}", which this version does not know.`);
  const parameters = { N: Number(cost), r: Number(blockSize), p: Number(parallelism) };
  const result = turn.then(() => derive(password, Buffer.from(salt, 'base64'), HASH_BYTES, parameters));
  turn = result.catch(() => undefined);
  return result;
}
