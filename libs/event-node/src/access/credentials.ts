import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isPassword, NOBODYS } from '../users/password.js';
import type { User } from '../users/user.js';
import type { Users } from '../users/users.js';
import { Guesses } from './guesses.js';
import { Line } from './line.js';

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
  private readonly line = new Line<User | undefined>();

  constructor(
    private readonly users: Users,
    nowMs: () => number,
  ) {
    this.guesses = new Guesses(nowMs);
  }

  /**
   * @param from  the place they come from
   * @returns the account, when the password is its own and it is not disabled
   * @throws TooManyAtOnce
   */
  check({ login, password }: Login, from: string): User | undefined | Promise<User | undefined> {
    const user = this.users.find(login);
    if (user && this.remembered(user, password)) return user.disabled ? undefined : user;
    if (!this.guesses.mayGuess(login, from)) return undefined;
    // a program that comes with many calls at once has one password, and guesses it once
    const what = this.digest(`${from} ${login}:${password}`).toString('base64');
    return this.line.checked(what, from, () => this.checkSlowly(login, password, from));
  }

  private async checkSlowly(login: string, password: string, from: string): Promise<User | undefined> {
    const against = this.users.find(login)?.password;
    this.guesses.wrong(login, from); // until it proves right: guesses sent together must not all pass
    const right = await isPassword(password, against ?? NOBODYS);
    if (!right) return undefined;
    this.guesses.right(login, from);
    const user = this.users.find(login);
    if (!user || user.password.hash !== against?.hash) return undefined; // it was given another meanwhile
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
