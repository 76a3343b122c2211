import fc from 'fast-check';
import { sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import { projections } from '../projections.js';
import { stage, type Stage } from '../testing.js';
import { DEEDS, SHARES, storyOf } from '../testing/stories.js';
import { advanceAll, advanceAround } from './advance.js';
import { Fenced, standingsOf, type Standing } from './checkpoints.js';
import { ensureSchema } from './schema.js';

const deeds = fc.array(fc.record({ what: fc.nat(DEEDS - 1), share: fc.nat(3), number: fc.nat(1000) }), {
  minLength: 10,
  maxLength: 50,
});
const opening = [0, 1].flatMap((what) => SHARES.map((_, share) => ({ what, share, number: 0 })));

/** Lengths of batches, and whether rows are still at hand from the batch before. */
const splits = fc.array(
  fc.record({ length: fc.integer({ min: 1, max: 20 }), forgets: fc.boolean(), twice: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 40,
  },
);

describe('taking batches into the tables', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  async function begin(): Promise<readonly Standing[]> {
    await sql`drop schema if exists read cascade`.execute(on.db);
    await ensureSchema(on.db, projections);
    return standingsOf(on.db, projections);
  }

  async function take(standings: readonly Standing[], batch: readonly RecordedEvent[]): Promise<readonly Standing[]> {
    const through = batch.at(-1)?.position ?? -1n;
    return advanceAll(on.db, standings, batch, through);
  }

  it('for any history, any split into batches and any batch delivered twice, the rows are the same', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, splits, async (random, lengths) => {
        const { events } = storyOf([...opening, ...random]);
        await take(await begin(), events);
        const whole = await on.contents();

        let standings = await begin();
        for (let start = 0, batch = 0; start < events.length; batch += 1) {
          const { length, forgets, twice } = lengths[batch % lengths.length] ?? {
            length: 1,
            forgets: false,
            twice: false,
          };
          const part = events.slice(start, start + length);
          standings = await take(forgets ? await standingsOf(on.db, projections) : standings, part);
          if (twice) standings = await take(standings, part);
          start += length;
        }
        expect(await on.contents()).toEqual(whole);
      }),
      { numRuns: 8 },
    );
  });

  it('given a standing that another projector has overtaken, then nothing is written', async () => {
    const { events } = storyOf(opening);
    const mine = await begin();
    const half = events.slice(0, 5);
    const theirs = await take(await standingsOf(on.db, projections), half);
    const before = await on.contents();
    for (const standing of mine) await expect(advanceAround(on.db, standing, half, 5n)).rejects.toThrow(Fenced);
    await expect(advanceAll(on.db, mine, half, 5n)).rejects.toThrow(Fenced);
    await expect(advanceAll(on.db, mine, [], 5n)).rejects.toThrow(Fenced);
    expect(await on.contents()).toEqual(before);
    expect((await standingsOf(on.db, projections)).map(({ position }) => position)).toEqual(
      theirs.map(({ position }) => position),
    );
  });
});
