import type { LocalDate } from '#domain';
import type { OfficeBefore } from '#postgres';
import type { Role } from './permissions.js';

export interface Account {
  /** Opaque: what events name as the actor. */
  readonly id: string;
  readonly user: string;
  /** The person's, as the e-mail: in no event and no log. */
  readonly name: string | null;
  readonly email: string | null;
  readonly office: string;
  /** First day in the office, of who is to hold it only later; null: since the account was made. */
  readonly officeFrom: LocalDate | null;
  readonly roles: readonly Role[];
  /** The offices that it gave before, oldest first; of an older release those that it gave since. */
  readonly held: readonly OfficeBefore[];
  /** The day on which it was given that office, by the body's clock; null: an older release did not keep it. */
  readonly officeSince: LocalDate | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  /** By the body's clock; null: it is in use, or an older release did not keep it. */
  readonly disabledOn: LocalDate | null;
  readonly lastSignInAt: Date | null;
  /** After failed sign-ins; null when the next try is looked at. */
  readonly lockedUntil: Date | null;
  readonly hasPassword: boolean;
}

/** What an administrator says of an account. */
export interface AccountDetails {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly office: string;
  readonly roles: readonly Role[];
}

export interface NewAccount extends AccountDetails {
  readonly user: string;
  /** First day in the office, where that is to come. */
  readonly officeFrom?: LocalDate | null;
  /** Null until it is chosen by a link, and for an account that only the system itself uses. */
  readonly password: string | null;
}

/** The account by which whoever runs the system acts: it has no password and none can be chosen. */
export const OPERATOR_USER = 'operatore';

/** Another account has the same user name. Nothing was written. */
export class AccountExists extends Error {
  override readonly name = 'AccountExists';
  constructor(readonly user: string) {
    super(`There is already an account named ${user}.`);
  }
}

/** The key of a request was another's. Nothing was written. */
export class RequestKeyReused extends Error {
  override readonly name = 'RequestKeyReused';
}

/** An account that may not be changed so, or is not there. Nothing was written. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
  constructor(
    readonly code:
      'account/not-found' | 'account/last-administrator' | 'account/of-the-system' | 'account/administrator-exists',
  ) {
    super(code);
  }
}

/** Unknown user, no password or a wrong one: which of them is not told. */
export class WrongCredentials extends Error {
  override readonly name = 'WrongCredentials';
}

/** The password is right and lets nobody in any more: only who knows it is told so. */
export class AccountDisabled extends Error {
  override readonly name = 'AccountDisabled';
}

/** Failed too often lately. */
export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  constructor(readonly retryAfterMs: number) {
    super(`Too many failed sign-ins; next try in ${retryAfterMs} ms.`);
  }
}

/** The link was used, is over, or was replaced by a newer one: which of them is not told. */
export class LinkNotValid extends Error {
  override readonly name = 'LinkNotValid';
}
