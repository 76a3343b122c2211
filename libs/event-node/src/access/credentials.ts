import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isPassword, WELL_KNOWN_HASH } from '../users/password.js';
import type { User } from '../users/user.js';
import type { Users } from '../users/users.js';
import { Guesses } from './guesses.js';

export const LONGEST_LOGIN = 512;
export const LONGEST_PASSWORD = 1024;
const MOST_REMEMBERED = 1024;

/** A password that was right: its digest under a key of this process, and the kept hash it was checked against. */
interface Proof {
  readonly digest: Buffer;
  readonly against: string;
}

export interface Login {
  readonly login: string;
  readonly password: string;
}

/** Basic credentials as a header carries them; undefined for anything else. */
export function parseBasic(header: string): Login | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  const [login, password] = [text.slice(0, colon), text.slice(colon + 1)];
  const sensible = colon > 0 && login.length <= LONGEST_LOGIN && password.length <= LONGEST_PASSWORD;
  return sensible ? { login, password } : undefined;
}

/**
 * Checks passwords. A hash is slow on purpose, so a password that was right is remembered by its digest until the
 * account's changes.
 */
export class Credentials {
  private readonly key = randomBytes(32);
  private readonly proofs = new Map<string, Proof>();
  private readonly guesses: Guesses;

  constructor(
    private readonly users: Users,
    nowMs: () => number,
  ) {
    this.guesses = new Guesses(nowMs);
  }

  /** @returns the account, when the password is its own and it is not disabled */
  check({ login, password }: Login): User | undefined | Promise<User | undefined> {
    const user = this.users.find(login);
    if (user && this.remembered(user, password)) return user.disabled ? undefined : user;
    return this.checkSlowly(login, password, user);
  }

  private async checkSlowly(login: string, password: string, user: User | undefined): Promise<User | undefined> {
    if (!this.guesses.mayGuess(login)) return undefined;
    this.guesses.wrong(login); // until it proves right: guesses sent together must not all pass
    const right = await isPassword(password, user?.password ?? WELL_KNOWN_HASH);
    if (!user || !right) return undefined;
    this.guesses.right(login);
    this.remember(user, password);
    return user.disabled ? undefined : user;
  }

  private remembered(user: User, password: string): boolean {
    const proof = this.proofs.get(user.login);
    return proof?.against === user.password.hash && timingSafeEqual(proof.digest, this.digest(password));
  }

  private remember({ login, password: { hash } }: User, password: string): void {
    if (this.proofs.size >= MOST_REMEMBERED) this.proofs.clear();
    this.proofs.set(login, { digest: this.digest(password), against: hash });
  }

  private digest(password: string): Buffer {
    return createHmac('sha256', this.key).update(password).digest();
  }
}
