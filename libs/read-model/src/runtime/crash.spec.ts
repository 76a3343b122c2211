import { sql } from 'kysely';
import { projections } from '../projections.js';
import { fill } from '../testing/history.js';
import { stage, type Stage } from '../testing.js';
import { storyOf, wholeYear } from '../testing/stories.js';
import { ensureSchema } from './schema.js';

/** The server ends the connection before or after every statement that writes, and at the commit. */
const arm = [
  `create sequence crash`,
  `create table crash_at (step bigint)`,
  `create function crash_maybe() returns trigger language plpgsql as $$
   begin
     if nextval('public.crash') = (select step from public.crash_at) then
       perform pg_terminate_backend(pg_backend_pid());
     end if;
     return null;
   end $$`,
];

const tables = ['checkpoint', ...projections.flatMap((projection) => projection.tables.map(({ name }) => name))];

function triggersOn(table: string): readonly string[] {
  return [
    ...['before', 'after'].map(
      (when) => `create trigger crash_${when} ${when} insert or update on read.${table}
                 for each statement execute function public.crash_maybe()`,
    ),
    ...(table === 'checkpoint'
      ? [
          `create constraint trigger crash_commit after update on read.checkpoint
           deferrable initially deferred for each row execute function public.crash_maybe()`,
        ]
      : []),
  ];
}

describe('a projector whose connection is cut', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  it('between any two steps, then nothing is lost or doubled', async () => {
    const { events } = wholeYear();
    const last = BigInt(events.length);
    await fill(on.store, events);
    await ensureSchema(on.db, projections);
    for (const statement of [...arm, ...tables.flatMap(triggersOn)]) await sql.raw(statement).execute(on.db);

    async function contentsAfterCrashAt(step: number) {
      // a few rows each: to truncate makes a new file for every table and index, each of seventy times
      const emptied = tables.filter((table) => table !== 'checkpoint').map((table) => `read.${table}`);
      await sql.raw(['crash_at', ...emptied].map((table) => `delete from ${table}`).join('; ')).execute(on.db);
      await sql`update read.checkpoint set position = -1`.execute(on.db);
      await sql`alter sequence crash restart`.execute(on.db);
      await sql`insert into crash_at values (${step})`.execute(on.db);
      let crashes = 0;
      const projector = on.project({
        onError: () => {
          crashes += 1;
        },
      });
      await on.taken(projector, last);
      await projector.stop();
      return { crashes, contents: await on.contents() };
    }

    const undisturbed = await contentsAfterCrashAt(0);
    expect(undisturbed.crashes).toBe(0);
    const { rows } = await sql<{ steps: string }>`select last_value as steps from crash`.execute(on.db);
    const steps = Number(rows[0]?.steps);
    expect(steps).toBeGreaterThan(25);
    let crashed = 0;
    for (let step = 1; step <= steps; step += 1) {
      const { crashes, contents } = await contentsAfterCrashAt(step);
      crashed += crashes;
      expect(contents).toEqual(undisturbed.contents);
    }
    expect(crashed).toBeGreaterThan(25);
  }, 300_000); // some sixty crashes, each with its pause before the next try

  it('at random moments while two projectors compete, then nothing is lost or doubled', async () => {
    const { events } = storyOf(
      Array.from({ length: 80 }, (_, index) => ({ what: index * 7, share: index * 3, number: index * 97 })),
    );
    const last = BigInt(events.length);
    await fill(on.store, events);
    const alone = on.project();
    await on.taken(alone, last);
    await alone.stop();
    const whole = await on.contents();

    const again = await stage();
    const [one, two] = [again.project(), again.project()];
    for (const [index, event] of events.entries()) {
      await fill(again.store, [event]);
      if (index % 9 === 4) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
                  where datname = current_database() and pid <> pg_backend_pid()`
          .execute(again.db)
          .catch(() => undefined);
      }
    }
    await again.reached(last);
    expect(await again.contents()).toEqual(whole);
    await Promise.all([one.stop(), two.stop()]);
    await again.strike();
  });
});
