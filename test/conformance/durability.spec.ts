import type { EventStore, ExpectedRevision, NewEvent } from '#event-store';
import { eventStoreDb, OutcomeUnknown, StoreUnavailable } from '#event-store';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOfRun } from '../recovery/chance.js';
import { steadyPort } from '../support/steady-port.js';
import { LogFollower, StreamFollower } from './followers.js';
import type { NodeProcess } from './node-process.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';

const KILLS = process.env['SOAK'] === '1' ? 100 : 5;
const WRITERS = 8;

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'event-node-'))));
afterEach(async () => {
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

interface Acknowledged {
  readonly id: string;
  readonly revision: number;
  readonly position: bigint;
}

describe('the event node as a process', () => {
  it(
    `when killed ${KILLS} times while clients append, then every acknowledged event is there once, in order, and followers saw each once`,
    async () => {
      const seed = seedOfRun();
      console.log(`durability: SEED=${seed}`);
      const random = randomFrom(seed);
      const writers = Array.from({ length: WRITERS }, (_, index) => new Writer(index, random));
      const [followers, followersOfOne] = [
        [new LogFollower('writer-'), new LogFollower('writer-1')],
        [new StreamFollower('writer-0'), new StreamFollower('writer-3')],
      ];
      let unanswered = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const node = await started(folder);
        const stores = [eventStoreDb(node.url), eventStoreDb(node.url)];
        const writing = writers.map((writer, index) =>
          writer.writeUntilLost(stores[index % 2] ?? eventStoreDb(node.url)),
        );
        const following = [
          ...followers.map((follower) => follower.followUntilLost(node.url)),
          ...followersOfOne.map((follower) => follower.followUntilLost(node.url)),
        ];
        // the kill comes at a random append, not at a random time: the same on a slow machine
        await writers[0]?.acknowledges(20 + Math.floor(random() * 200));
        await node.end('SIGKILL');
        const lost = await Promise.all(writing);
        await Promise.all(following);
        unanswered += lost.filter((error) => error instanceof OutcomeUnknown).length;
        expect(lost.every((error) => error instanceof OutcomeUnknown || error instanceof StoreUnavailable)).toBe(true);
        await Promise.all(stores.map((store) => store.close()));
      }
      expect(unanswered).toBeGreaterThanOrEqual(KILLS);
      expect(followers[0]?.seen.length).toBeGreaterThan(KILLS);
      expect(followersOfOne[0]?.seen.length).toBeGreaterThan(KILLS);

      const node = await started(folder);
      const store = eventStoreDb(node.url);
      for (const writer of writers) await writer.finish(store);
      const log: { id: string; stream: string; revision: number; position: bigint }[] = [];
      for await (const { id, stream, revision, position } of store.readAll())
        log.push({ id, stream, revision, position });
      expect(log.every(({ position }, index) => index === 0 || position > (log[index - 1]?.position ?? 0n))).toBe(true);
      for (const { stream, acknowledged } of writers) {
        const found = log.filter((event) => event.stream === stream);
        expect(found.map(({ id, revision, position }) => ({ id, revision, position }))).toEqual(acknowledged);
      }
      expect(log).toHaveLength(writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0));
      for (const follower of followers) {
        await follower.catchUp(node.url);
        const concerned = log.filter(({ stream }) => stream.startsWith(follower.prefix));
        expect(follower.seen).toEqual(concerned.map(({ id, position }) => ({ id, position })));
      }
      for (const follower of followersOfOne) {
        await follower.catchUp(node.url);
        const concerned = log.filter(({ stream }) => stream === follower.stream);
        expect(follower.seen).toEqual(concerned.map(({ id, revision }) => ({ id, revision: BigInt(revision) })));
      }
      await store.close();
      await node.end('SIGTERM');
    },
    KILLS * 40_000,
  );

  it('when asked to stop while clients append, then it ends cleanly and what it acknowledged is there', async () => {
    const node = await started(folder, await steadyPort());
    const store = eventStoreDb(node.url);
    const writer = new Writer(0, randomFrom(1));
    const writing = writer.writeUntilLost(store);
    await writer.acknowledges(50);
    expect(await node.end('SIGTERM')).toEqual({ code: 0 });
    await writing;
    const again = await started(folder, node.port);
    await writer.finish(store); // the same connection finds the node that took the old one's place
    expect(await idsIn(store, writer.stream)).toEqual(writer.acknowledged.map(({ id }) => id));
    await store.close();
    await again.end('SIGTERM');
  });

  it('given a folder in use, when a second node is started on it, then it ends with one sentence', async () => {
    const node = await started(folder);
    const second = await startNodeProcess(folder);
    expect(second.code).toBe(1);
    expect(second.errors.trim().split('\n')).toHaveLength(1);
    expect(second.errors).toContain(`The event log in ${folder} is in use by process`);
    await node.end('SIGKILL');
    // a claim left behind by a killed process counts for nothing
    await (await started(folder)).end('SIGTERM');
  });

  it('given a port in use, when a node is started on it, then it ends with one sentence', async () => {
    const node = await started(folder);
    const other = await mkdtemp(join(tmpdir(), 'event-node-'));
    const second = await startNodeProcess(other, { port: node.port });
    expect(second.code).toBe(1);
    expect(second.errors.trim().split('\n')).toHaveLength(1);
    expect(second.errors).toContain(`cannot listen on 127.0.0.1:${node.port}`);
    await node.end('SIGTERM');
    await rm(other, { recursive: true });
  });

  it('given a disk that fills up, when appended to, then it refuses, goes on serving reads, and loses nothing', async () => {
    const full = await startNodeProcess(folder, { fileKilobytes: 2048 });
    expect(existsSync(join(folder, 'write-ahead'))).toBe(false); // what room there is is left to the log
    const store = eventStoreDb(full.node?.url ?? '');
    const writer = new Writer(0, randomFrom(1), 20_000);
    expect(await writer.writeUntilLost(store)).toBeInstanceOf(StoreUnavailable);
    expect(writer.acknowledged.length).toBeGreaterThan(5);
    expect(await idsIn(store, writer.stream)).toEqual(writer.acknowledged.map(({ id }) => id));
    expect(await writer.writeUntilLost(store)).toBeInstanceOf(StoreUnavailable);
    expect(await full.node?.end('SIGTERM')).toEqual({ code: 0 }); // there is no room either to say that it is gone

    const node = await started(folder);
    const roomy = eventStoreDb(node.url);
    await writer.finish(roomy);
    expect(await idsIn(roomy, writer.stream)).toEqual(writer.acknowledged.map(({ id }) => id));
    await Promise.all([store.close(), roomy.close()]);
    await node.end('SIGTERM');
  });
});

/** Appends one to three events at a time to a stream of its own; what was not acknowledged is sent again as it was. */
class Writer {
  readonly stream: string;
  readonly acknowledged: Acknowledged[] = [];
  private drawn = 0;
  private pending: readonly NewEvent[] = [];
  private readonly awaited: { count: number; resolve: () => void }[] = [];
  private readonly expecting: 'revision' | 'any';

  constructor(
    index: number,
    private readonly random: () => number,
    private readonly bytes = 200,
  ) {
    this.stream = `writer-${index}`;
    this.expecting = index % 4 === 3 ? 'any' : 'revision';
  }

  /** @returns the error that ended the writing */
  async writeUntilLost(store: EventStore): Promise<unknown> {
    for (;;) {
      try {
        await this.write(store);
      } catch (error) {
        return error;
      }
    }
  }

  /** Sends once more what is still unanswered. */
  async finish(store: EventStore): Promise<void> {
    if (this.pending.length > 0) await this.write(store);
  }

  /** Resolves once it has that many more acknowledged. */
  acknowledges(more: number): Promise<void> {
    return new Promise((resolve) => this.awaited.push({ count: this.acknowledged.length + more, resolve }));
  }

  private async write(store: EventStore): Promise<void> {
    if (this.pending.length === 0) {
      this.pending = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => this.event());
    }
    const last = this.acknowledged.length - 1;
    const expected: ExpectedRevision = this.expecting === 'any' ? 'any' : last < 0 ? 'no-stream' : last;
    const { revision, position } = await store.append(this.stream, this.pending, expected);
    const count = this.pending.length;
    this.pending.forEach(({ id }, index) =>
      this.acknowledged.push({
        id,
        revision: revision - count + 1 + index,
        position: position - BigInt(count - 1 - index),
      }),
    );
    this.pending = [];
    for (const { count: wanted, resolve } of this.awaited) if (this.acknowledged.length >= wanted) resolve();
  }

  private event(): NewEvent {
    this.drawn += 1;
    const number = String(this.drawn).padStart(12, '0');
    const writer = this.stream.slice('writer-'.length).padStart(8, '0');
    const text = 'x'.repeat(this.bytes);
    return { id: `${writer}-0000-4000-8000-${number}`, type: 'written.v1', data: { text }, metadata: {} };
  }
}

async function started(folder: string, port = 0): Promise<NodeProcess> {
  const { node, errors } = await startNodeProcess(folder, { port });
  if (!node) throw new Error(`the event node did not start: ${errors}`);
  return node;
}

async function idsIn(store: EventStore, stream: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of store.read(stream)) ids.push(id);
  return ids;
}

/** Repeatable numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
