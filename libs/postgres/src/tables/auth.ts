import type { ColumnType } from 'kysely';

type WrittenOnce<T> = ColumnType<T, T, never>;

/** Local accounts and their sessions. Owned by libs/auth; never dropped, part of every backup. */
export interface AuthTables {
  'auth.account': {
    /** UUID: what events name, never the user name. */
    id: WrittenOnce<string>;
    user_name: WrittenOnce<string>;
    /** argon2id in PHC form; null for an account that nobody signs in to. */
    password_hash: string | null;
    office: string;
    roles: string[];
    created_at: WrittenOnce<Date>;
    disabled_at: Date | null;
  };
  'auth.session': {
    /** SHA-256 of the token, hexadecimal: the token itself is kept nowhere. */
    token_hash: WrittenOnce<string>;
    account_id: WrittenOnce<string>;
    created_at: WrittenOnce<Date>;
    expires_at: WrittenOnce<Date>;
  };
}
