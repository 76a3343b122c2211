import { BODY } from './testing/example.js';
import { fill } from './testing/history.js';
import { stage, type Stage } from './testing.js';
import { begun } from './testing/stories.js';
import { waitForPosition } from './runtime/projected.js';
import { settlement } from './settlement.js';

const { events } = begun();
const last = BigInt(events.length);
const NOW = '2022-05-16T08:00:00.000Z';

describe('settlement', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
    await fill(on.store, events);
  });
  afterEach(() => on.strike());

  it('given rows, reactions and alarms up to the last event at this instant, then it is settled, and else it is not', async () => {
    on.project();
    await on.reached(last);
    expect(await settlement(on.db, on.store, BODY, NOW)).toMatchObject({ readPosition: last, settled: false });
    const progress = { body: BODY, reacted_position: String(last), planned_position: String(last), planned_now: NOW };
    await on.db.insertInto('read.progress').values(progress).execute();
    expect(await settlement(on.db, on.store, BODY, NOW)).toEqual({
      lastPosition: last,
      readPosition: last,
      reactedPosition: last,
      plannedPosition: last,
      plannedNow: NOW,
      settled: true,
    });
    expect(await settlement(on.db, on.store, BODY, '2022-05-17T08:00:00.000Z')).toMatchObject({ settled: false });
  });
});

describe('waitForPosition', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
    await on.load([]);
  });
  afterEach(() => on.strike());

  it('given many who wait for different positions, then each goes on when its own is reached, with one connection', async () => {
    const order: number[] = [];
    const waiting = [4, 2, 3, 1].map(async (position) => {
      expect(await waitForPosition(on.pool, BigInt(position), 20_000)).toBe(true);
      order.push(position);
    });
    for (let position = 1; position <= 4; position += 1) {
      await on.db
        .updateTable('read.checkpoint')
        .set({ position: String(position) })
        .execute();
      await on.pool.query(`select pg_notify('traguardo_projected', '${position}')`);
      await waiting[[4, 2, 3, 1].indexOf(position)];
    }
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('given a position that does not come in time, then it says so', async () => {
    expect(await waitForPosition(on.pool, 99n, 20)).toBe(false);
    expect(await waitForPosition(on.pool, 99n, 0)).toBe(false);
    expect(await waitForPosition(on.pool, -1n, 0)).toBe(true);
  });
});
