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
  {
    number: 2,
    name: 'people behind accounts, sessions that can be listed, links, failures and notes',
    async up(transaction) {
      await sql`
        alter table account
          add column name text,
          add column email text,
          add column last_sign_in_at timestamptz,
          add column noted integer not null default 0`.execute(transaction);
      await sql`
        alter table session
          add column id uuid not null unique default gen_random_uuid(),
          add column last_seen_at timestamptz,
          add column idle_ms integer,
          add column device text`.execute(transaction);
      await sql`
        create table password_link (
          token_hash text primary key,
          account_id uuid references account (id) on delete cascade,
          purpose text not null,
          created_at timestamptz not null,
          expires_at timestamptz not null
        )`.execute(transaction);
      await sql`create index on password_link (account_id)`.execute(transaction);
      await sql`
        create table failure (
          key text primary key,
          count integer not null,
          last_at timestamptz not null
        )`.execute(transaction);
      await sql`create index on failure (last_at)`.execute(transaction);
      await sql`
        create table tally (
          key text primary key,
          note jsonb not null,
          since timestamptz not null,
          pending integer not null
        )`.execute(transaction);
      await sql`
        create table note (
          seq bigint primary key generated always as identity,
          id uuid not null,
          account text not null,
          event jsonb not null,
          actor jsonb not null,
          at text not null
        )`.execute(transaction);
    },
  },
  {
    number: 3,
    name: 'notes of any subject are numbered',
    async up(transaction) {
      await sql`alter table account drop column noted`.execute(transaction);
      await sql`create table noted (account text primary key, count integer not null)`.execute(transaction);
    },
  },
  {
    number: 4,
    name: 'requests that made accounts',
    async up(transaction) {
      await sql`
        create table creation (
          key uuid primary key,
          request text not null,
          accounts uuid[] not null,
          created_at timestamptz not null
        )`.execute(transaction);
    },
  },
  {
    number: 5,
    name: 'accounts of who holds an office only later',
    async up(transaction) {
      await sql`alter table account add column office_from date`.execute(transaction);
    },
  },
  {
    number: 6,
    name: 'days of accounts by the clock of the body',
    async up(transaction) {
      await sql`alter table account add column office_since date, add column disabled_on date`.execute(transaction);
    },
  },
  {
    number: 7,
    name: 'offices that accounts gave before',
    async up(transaction) {
      await sql`alter table account add column held jsonb not null default '[]'`.execute(transaction);
    },
  },
];
