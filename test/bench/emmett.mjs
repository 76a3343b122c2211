// The peer: Emmett's command handler, no HTTP, on the PostgreSQL that Traguardo's stack runs.
import { CommandHandler } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { closedLoop } from './load.mjs';

const [databaseUrl, seconds] = process.argv.slice(2);
const store = getPostgreSQLEventStore(databaseUrl);
const handle = CommandHandler({
  evolve: (state, { data }) => ({ reports: state.reports + 1, value: data.value }),
  initialState: () => ({ reports: 0, value: null }),
});
const run = `${Date.now()}`;
const report = (n, streams) =>
  handle(store, `objective-${run}-${streams}-${n % streams}`, () => ({
    type: 'progress-reported',
    data: {
      shareId: 'share-1',
      value: String(n % 101),
      note: 'Avanzamento registrato durante la misura',
      evidence: [],
    },
  }));

const results = {};
for (const inFlight of [1, 64]) {
  results[inFlight] = await closedLoop({
    inFlight,
    seconds: Number(seconds),
    send: (n) => report(n, 1000 * inFlight).then(() => undefined),
  });
}
await store.close();
process.stdout.write(JSON.stringify(results));
