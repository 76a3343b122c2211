import type { ColumnType, Generated } from 'kysely';

type WrittenOnce<T> = ColumnType<T, T, never>;

/** An office that an account gave its person until it gave another, or was disabled. */
export interface OfficeBefore {
  readonly office: string;
  readonly roles: readonly string[];
  /** First day; null: since the account was made, as far as an older release kept it. */
  readonly from: string | null;
  /** Last day. */
  readonly to: string;
}

/** Local accounts and their sessions. Owned by libs/auth; never dropped, part of every backup. */
export interface AuthTables {
  'auth.account': {
    /** UUID: what events name, never the user name. */
    id: WrittenOnce<string>;
    user_name: WrittenOnce<string>;
    /** argon2id in PHC form; null for an account that nobody signs in to. */
    password_hash: string | null;
    office: string;
    /** First day in it, of who is to hold it only later; null: since the account was made. */
    office_from: string | null;
    /** The day on which it was given to it, by the body's clock; null: an older release did not keep it. */
    office_since: string | null;
    roles: string[];
    /** The offices that it gave before, oldest first. */
    held: Generated<readonly OfficeBefore[]>;
    created_at: WrittenOnce<Date>;
    disabled_at: Date | null;
    /** The same instant as a day of the body's clock; null: in use, or an older release did not keep it. */
    disabled_on: string | null;
    /** The person's: personal data, which no log ever sees. */
    name: string | null;
    email: string | null;
    last_sign_in_at: Date | null;
  };
  'auth.session': {
    /** SHA-256 of the token, hexadecimal: the token itself is kept nowhere. */
    token_hash: WrittenOnce<string>;
    account_id: WrittenOnce<string>;
    created_at: WrittenOnce<Date>;
    expires_at: WrittenOnce<Date>;
    /** UUID: what lists of sessions show. */
    id: WrittenOnce<string>;
    /** Coarse: written once a minute at most; null before the first use. */
    last_seen_at: Date | null;
    /** Ends after so long without a request; null: never. */
    idle_ms: WrittenOnce<number | null>;
    /** What it was opened with, as people call it. */
    device: WrittenOnce<string | null>;
  };
  /** One-time links by which a password is chosen. */
  'auth.password_link': {
    /** SHA-256 of the token, hexadecimal. */
    token_hash: WrittenOnce<string>;
    /** Null: of the first administrator, whose account it makes. */
    account_id: WrittenOnce<string | null>;
    purpose: WrittenOnce<string>;
    created_at: WrittenOnce<Date>;
    expires_at: WrittenOnce<Date>;
  };
  /** Requests that made accounts, for as long as one may be sent again. */
  'auth.creation': {
    /** The request's Idempotency-Key. */
    key: WrittenOnce<string>;
    /** The request itself, hashed as a password is: it may hold one. */
    request: WrittenOnce<string>;
    accounts: string[];
    created_at: WrittenOnce<Date>;
  };
  /** Failed sign-ins in a row, by what they had in common. */
  'auth.failure': {
    /** SHA-256: neither a typed name nor an address is kept. */
    key: WrittenOnce<string>;
    count: number;
    last_at: Date;
  };
  /** What happens over and over is noted once for a while: how often since. */
  'auth.tally': {
    key: WrittenOnce<string>;
    note: WrittenOnce<unknown>;
    since: Date;
    pending: number;
  };
  /** How many notes were made of each account: gives each its id. */
  'auth.noted': {
    account: WrittenOnce<string>;
    count: number;
  };
  /** What must still be written into the log, in this order. */
  'auth.note': {
    seq: Generated<string>;
    /** UUID of the command that writes it. */
    id: WrittenOnce<string>;
    /** Id of the account it is about, or `unknown`. */
    account: WrittenOnce<string>;
    event: WrittenOnce<unknown>;
    actor: WrittenOnce<unknown>;
    at: WrittenOnce<string>;
  };
}
