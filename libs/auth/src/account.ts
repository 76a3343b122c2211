import type { Role } from './permissions.js';

export interface Account {
  /** Opaque: what events name as the actor. */
  readonly id: string;
  readonly user: string;
  readonly office: string;
  readonly roles: readonly Role[];
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}

export interface NewAccount {
  readonly user: string;
  /** Null for an account that only the system itself uses. */
  readonly password: string | null;
  readonly office: string;
  readonly roles: readonly Role[];
}

/** Another account has the same user name. Nothing was written. */
export class AccountExists extends Error {
  override readonly name = 'AccountExists';
  constructor(readonly user: string) {
    super(`There is already an account named ${user}.`);
  }
}

/** Unknown user, wrong password or disabled account: which of them is not told. */
export class WrongCredentials extends Error {
  override readonly name = 'WrongCredentials';
}

/** This user name failed too often lately. */
export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  constructor(readonly retryAfterMs: number) {
    super(`Too many failed sign-ins; next try in ${retryAfterMs} ms.`);
  }
}
