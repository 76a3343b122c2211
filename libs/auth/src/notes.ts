import { sql, type Kysely } from 'kysely';
import { v5 as uuidv5 } from 'uuid';
import type { AccountEvent, Actor, Instant } from '#domain';
import type { AuthTables } from '#postgres';

/** What must still be written into the log. */
export interface Note {
  /** In the order of the notes. */
  readonly seq: string;
  /** UUID of the command that writes it: written twice it is written once. */
  readonly id: string;
  /** Names the stream: an account's id, or `unknown`. */
  readonly account: string;
  readonly event: AccountEvent;
  readonly by: Actor;
  readonly at: Instant;
}

/** An event that may come in floods. */
export type Countable = Extract<AccountEvent, { data: { count: number } }>;

/** Where it is noted that somebody tried a name which no account has. */
export const UNKNOWN = 'unknown';

/** Any fixed UUID: keeps the ids of notes apart from other people's. */
const NOTES = '0f6c3bb8-6f0f-5a2f-9b0e-8f4d8d9f3a11';

/** What repeats is written once in so long, with how often it came. */
const WINDOW_MS = 10 * 60_000;

/**
 * What befell accounts, on its way to the log. A note is made in the transaction of what it tells, so neither is there
 * without the other, and no sign-in waits for the log.
 */
export class Notes {
  constructor(
    private readonly db: Kysely<AuthTables>,
    private readonly at: () => Instant,
    private readonly onNoted: () => void,
  ) {}

  /** A transaction in which notes are made. */
  async transaction<Result>(work: (transaction: Kysely<AuthTables>) => Promise<Result>): Promise<Result> {
    const result = await this.db.transaction().execute(work);
    this.onNoted();
    return result;
  }

  async add(transaction: Kysely<AuthTables>, account: string, event: AccountEvent, by: Actor): Promise<void> {
    const { count } = await transaction
      .insertInto('auth.noted')
      .values({ account, count: 1 })
      .onConflict((conflict) => conflict.column('account').doUpdateSet({ count: sql`noted.count + 1` }))
      .returning('count')
      .executeTakeFirstOrThrow();
    const at = this.at();
    await transaction
      .insertInto('auth.note')
      .values({
        // the number alone would come again after an older backup was restored
        id: uuidv5(`${account}/${count}/${at}/${event.type}`, NOTES),
        account,
        event: JSON.stringify(event),
        actor: JSON.stringify(by),
        at,
      })
      .execute();
  }

  /** Notes the first at once, and those that follow within ten minutes together: nobody can fill the log by knocking. */
  async count(account: string, event: Countable, by: Actor): Promise<void> {
    const { count: _, ...which } = event.data;
    const key = [account, event.type, ...Object.values(which)].join('/');
    const now = Date.parse(this.at());
    await this.transaction(async (transaction) => {
      const fresh = await transaction
        .insertInto('auth.tally')
        .values({ key, note: JSON.stringify({ account, event, by }), since: new Date(now), pending: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst();
      if (fresh !== undefined) return this.add(transaction, account, event, by);
      const { since, pending } = await transaction
        .selectFrom('auth.tally')
        .select(['since', 'pending'])
        .where('key', '=', key)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const over = since.getTime() + WINDOW_MS <= now;
      await transaction
        .updateTable('auth.tally')
        .set(over ? { since: new Date(now), pending: 0 } : { since, pending: pending + 1 })
        .where('key', '=', key)
        .execute();
      if (over) await this.add(transaction, account, counted(event, pending + 1), by);
    });
  }

  /** Notes what was counted and is over: for a clock that runs by itself. */
  async closeCounts(): Promise<void> {
    const before = new Date(Date.parse(this.at()) - WINDOW_MS);
    await this.transaction(async (transaction) => {
      const rows = await transaction
        .deleteFrom('auth.tally')
        .where('since', '<=', before)
        .returning(['note', 'pending'])
        .execute();
      for (const { note, pending } of rows) {
        const { account, event, by } = note as Counted;
        if (pending > 0) await this.add(transaction, account, counted(event, pending), by);
      }
    });
  }

  /** The oldest that are not in the log yet. */
  async pending(limit: number): Promise<readonly Note[]> {
    const rows = await this.db.selectFrom('auth.note').selectAll().orderBy('seq').limit(limit).execute();
    return rows.map(({ seq, id, account, event, actor, at }) => {
      return { seq: String(seq), id, account, event: event as AccountEvent, by: actor as Actor, at };
    });
  }

  async done(note: Note): Promise<void> {
    await this.db.deleteFrom('auth.note').where('seq', '=', note.seq).execute();
  }
}

interface Counted {
  readonly account: string;
  readonly event: Countable;
  readonly by: Actor;
}

function counted(event: Countable, count: number): Countable {
  // the same event with another number
  return { ...event, data: { ...event.data, count } } as Countable;
}
