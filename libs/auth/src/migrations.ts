import { sql } from 'kysely';
import type { Migration } from '#postgres';

/** Forward only: accounts outlive every release. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'accounts and sessions',
    async up(transaction) {
      await sql`
        create table account (
          id uuid primary key,
          user_name text not null unique,
          password_hash text,
          office text not null,
          roles text[] not null,
          created_at timestamptz not null,
          disabled_at timestamptz
        )`.execute(transaction);
      await sql`
        create table session (
          token_hash text primary key,
          account_id uuid not null references account (id) on delete cascade,
          created_at timestamptz not null,
          expires_at timestamptz not null
        )`.execute(transaction);
      await sql`create index on session (account_id)`.execute(transaction);
      await sql`create index on session (expires_at)`.execute(transaction);
    },
  },
];
