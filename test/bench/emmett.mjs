// The peer: Emmett's command handler, no HTTP, on the PostgreSQL that Traguardo's stack runs, with as many streams.
// Loads the store as each message of its parent asks and sends back what it measured; ends with its parent's channel.
import { CommandHandler } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { closedLoop } from './load.mjs';

const [databaseUrl, streams] = process.argv.slice(2);
const store = getPostgreSQLEventStore(databaseUrl);
const handle = CommandHandler({
  evolve: (state, { data }) => ({ reports: state.reports + 1, value: data.value }),
  initialState: () => ({ reports: 0, value: null }),
});
const run = `${Date.now()}`;
const report = (n) =>
  handle(store, `objective-${run}-${n % Number(streams)}`, () => ({
    type: 'progress-reported',
    data: {
      shareId: 'share-1',
      value: String(n % 101),
      note: 'Avanzamento registrato durante la misura',
      evidence: [],
    },
  }));

process.on('message', async (load) => process.send(await closedLoop({ ...load, send: report })));
process.once('disconnect', () => store.close());
