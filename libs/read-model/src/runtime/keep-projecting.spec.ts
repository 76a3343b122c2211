import { fill } from '../testing/history.js';
import { stage, type Stage } from '../testing/stage.js';
import { wholeYear } from '../testing/stories.js';

const { events } = wholeYear();
const last = BigInt(events.length);

describe('startProjections', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  it('given a year in the log, when started, then every event has its row and the checkpoints stand at the end', async () => {
    await fill(on.store, events);
    on.project();
    await on.reached(last);
    const rows = await on.contents();
    expect(await on.db.selectFrom('read.parked').selectAll().execute()).toEqual([]);
    expect(rows['event']).toHaveLength(events.length);
    expect(rows['due']).toHaveLength(28 + 2 + 1 + 1);
  });
});
