// The load, in a process of its own: does what it is told over IPC with the official client, Traguardo's own call, or Emmett.
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, ANY, START, END, FORWARDS } from '@eventstore/db-client';
import { closedLoop } from './load.mjs';

const data = { value: '42', note: 'Avanzamento registrato durante la misura', evidence: [], text: 'x'.repeat(100) };
const metadata = { actor: { id: 'bench', office: 'area-di-prova' } };
const STREAMS = 1000;
const BATCH = 100;
const event = () => jsonEvent({ type: 'progress-reported', data, metadata });
const batch = () => Array.from({ length: BATCH }, event);

const [kind, url] = process.argv.slice(2);
const run = `${process.pid}`;

/** The two measures that every client has. */
function appendsAnd(appending, event, batch) {
  const measure =
    (send) =>
    ({ inFlight, seconds }) =>
      closedLoop({ inFlight, seconds, warmUpSeconds: 0.5, send });
  const batches = measure(appending(batch));
  return {
    appends: measure(appending(event)),
    batches: async (options) => {
      const { perSecond, ...rest } = await batches(options);
      return { perSecond: perSecond * BATCH, ...rest };
    },
  };
}

async function ofNode() {
  const client = EventStoreDBClient.connectionString(url);
  const append = (stream, events) => client.appendToStream(stream, events, { expectedRevision: ANY });
  const appending = (events) => (n) => append(`appended-${run}-${n % STREAMS}`, events()).then(() => undefined);
  return {
    ...appendsAnd(appending, event, batch),
    /** Appends `events` in batches, so that there is something to read. @returns ms */
    fill: async ({ events, from = 0 }) => {
      const began = performance.now();
      let next = from / BATCH;
      const end = (from + events) / BATCH;
      const filler = async () => {
        while (next < end) await append(`filled-${next++ % 10_000}`, batch());
      };
      await Promise.all(Array.from({ length: 8 }, filler));
      return performance.now() - began;
    },
    read: async ({ events }) => {
      const began = performance.now();
      let count = 0;
      for await (const { event: read } of client.readAll({
        direction: FORWARDS,
        fromPosition: START,
        maxCount: events,
      }))
        if (read) count += 1;
      return (count / (performance.now() - began)) * 1000;
    },
    catchUp: async ({ events }) => {
      const began = performance.now();
      let count = 0;
      const subscription = client.subscribeToAll({ fromPosition: START });
      for await (const { event: read } of subscription) if (read && ++count === events) break;
      const took = performance.now() - began;
      await subscription.unsubscribe();
      return (count / took) * 1000;
    },
    /** From the call of an append to a live subscriber's event. */
    live: async ({ appends }) => {
      const stream = `live-${run}-${Date.now()}`;
      const subscription = client.subscribeToStream(stream, { fromRevision: END });
      await new Promise((resolve) => subscription.once('confirmation', resolve));
      const latencies = [];
      for (let n = 0; n < appends; n++) {
        const arrived = new Promise((resolve) => subscription.once('data', () => resolve(performance.now())));
        const began = performance.now();
        const [at] = await Promise.all([arrived, append(stream, event())]);
        latencies.push(at - began);
      }
      await subscription.unsubscribe();
      latencies.sort((a, b) => a - b);
      return { p50: latencies[Math.floor(appends * 0.5)], p99: latencies[Math.floor(appends * 0.99)] };
    },
    end: () => client.dispose(),
  };
}

/** Traguardo's own call of the same protocol, over the official client's connection. */
async function ofTraguardo() {
  const { eventStoreDb } = await import('../../dist/libs/event-store/src/index.js');
  const store = eventStoreDb(url);
  const one = () => ({ id: randomUUID(), type: 'progress-reported', data, metadata });
  const appending = (events) => (n) =>
    store.append(`appended-${run}-${n % STREAMS}`, events(), 'any').then(() => undefined);
  return {
    ...appendsAnd(
      appending,
      () => [one()],
      () => Array.from({ length: BATCH }, one),
    ),
    end: () => store.close(),
  };
}

async function ofEmmett() {
  const { getPostgreSQLEventStore } = await import('@event-driven-io/emmett-postgresql');
  const store = getPostgreSQLEventStore(url);
  const one = () => ({ type: 'progress-reported', data, metadata });
  const appending = (events) => (n) =>
    store.appendToStream(`appended-${run}-${n % STREAMS}`, events()).then(() => undefined);
  return {
    ...appendsAnd(
      appending,
      () => [one()],
      () => Array.from({ length: BATCH }, one),
    ),
    end: () => store.close(),
  };
}

const work = await { node: ofNode, traguardo: ofTraguardo, emmett: ofEmmett }[kind]();
process.on('message', async ({ what, ...options }) => {
  process.send({ result: await work[what](options) });
  if (what === 'end') process.exit(0); // Emmett keeps connections open after its store is closed
});
process.send({ ready: true });
