// The peer: Emmett's command handler, no HTTP, on the PostgreSQL that Traguardo's stack runs, with as many streams.
import { CommandHandler } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { closedLoop } from './load.mjs';

const [databaseUrl, ...numbers] = process.argv.slice(2);
const [seconds, streams, warmUpSeconds] = numbers.map(Number);
const store = getPostgreSQLEventStore(databaseUrl);
const handle = CommandHandler({
  evolve: (state, { data }) => ({ reports: state.reports + 1, value: data.value }),
  initialState: () => ({ reports: 0, value: null }),
});
const run = `${Date.now()}`;
const report = (n) =>
  handle(store, `objective-${run}-${n % streams}`, () => ({
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
  results[inFlight] = await closedLoop({ inFlight, seconds, warmUpSeconds, send: report });
}
await store.close();
process.stdout.write(JSON.stringify(results));
