import type { Appended, EventStore, NewEvent } from '#event-store';
import { AppendRefused, StoreUnavailable } from '#event-store';
import { appends } from './event-store/appending.behaviour.js';
import { isSharedByMany } from './event-store/concurrency.behaviour.js';
import { keepsContent } from './event-store/content.behaviour.js';
import { isFollowed } from './event-store/following.behaviour.js';
import { reads } from './event-store/reading.behaviour.js';
import type { UnderTest } from './event-store/under-test.js';
import { all, uuidOf } from './event-store/under-test.js';

/** A store under test and what it can do besides. */
export interface Opened {
  readonly store: EventStore;
  /** Stops whatever keeps the events and opens it again; absent when nothing is kept. */
  readonly restart?: () => Promise<EventStore>;
  /** A second, independent connection to the same events; absent when there is none. */
  readonly connect?: () => EventStore;
  readonly close: () => Promise<void>;
}

/**
 * What every event store does.
 *
 * @param kept  it keeps events beyond a restart of its keeper; it must then offer `restart`
 * @param run  part of every stream's name, so that a store that outlives the run starts afresh
 */
export function behavesAsAnEventStore(open: () => Promise<Opened>, run: string, kept = false): void {
  let opened: Opened;
  let store: EventStore;
  let drawn = 0;

  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  }, 30_000);
  afterAll(() => opened.close());

  function event(data: NewEvent['data'] = {}, type = 'thing.happened.v1'): NewEvent {
    drawn += 1;
    return { id: uuidOf(`${run} ${drawn}`), type, data: { n: drawn, ...data }, metadata: { actor: 'prova' } };
  }

  function streamNamed(name: string): string {
    return `${run}${name}`;
  }

  async function filled(name: string, count: number): Promise<string> {
    const stream = streamNamed(name);
    await store.append(
      stream,
      Array.from({ length: count }, (_, n) => event({ at: n })),
      'no-stream',
    );
    return stream;
  }

  const given: UnderTest = {
    get store() {
      return store;
    },
    connect: () => opened.connect?.() ?? store,
    event,
    streamNamed,
    filled,
  };
  appends(given);
  keepsContent(given);
  reads(given);
  isFollowed(given);
  isSharedByMany(given);

  it('given a store that was closed, then every call says that it is unavailable', async () => {
    const { connect } = opened;
    const closed = connect?.() ?? (await open()).store;
    await closed.close();
    await expect(closed.append(streamNamed('closed'), [event()], 'any')).rejects.toBeInstanceOf(StoreUnavailable);
    for (const items of [closed.read(streamNamed('closed')), closed.readAll(), closed.follow()]) {
      await expect(all<unknown>(items)).rejects.toBeInstanceOf(StoreUnavailable);
    }
    expect(await all(store.read(streamNamed('closed')))).toEqual([]);
  });

  if (kept) {
    it('when its keeper is stopped and started, then everything is still there and positions go on increasing', async () => {
      const { restart } = opened;
      if (!restart) throw new Error('this store cannot be restarted');
      const before = await all(store.readAll({ prefixes: [run] }));
      store = await restart();
      expect(await all(store.readAll({ prefixes: [run] }))).toEqual(before);
      const stream = streamNamed('after-restart');
      const events = [event()];
      const { position } = await store.append(stream, events, 'any');
      expect(position).toBeGreaterThan(before.at(-1)?.position ?? 0n);
      store = await restart();
      expect(await store.append(stream, events, 'any')).toEqual<Appended>({ revision: 0, position });
    }, 60_000);
  }

  it('when an append is too large for the store, then it is refused for good or written whole', async () => {
    const stream = streamNamed('too-large');
    const outcome = await store
      .append(stream, [event({ text: 'x'.repeat(2_000_000) })], 'no-stream')
      .catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(AppendRefused);
    expect(await all(store.read(stream))).toHaveLength(outcome instanceof Error ? 0 : 1);
  });
}
