import type { Appended, EventStore, ExpectedRevision, Followed, NewEvent, RecordedEvent } from '#event-store';
import { AppendRefused, StoreUnavailable, WrongRevision } from '#event-store';
import { createHash } from 'node:crypto';

/** A store under test and what it can do besides. */
export interface Opened {
  readonly store: EventStore;
  /** Stops whatever keeps the events and opens it again; absent when nothing is kept. */
  readonly restart?: () => Promise<EventStore>;
  /** A second, independent connection to the same events; absent when there is none. */
  readonly connect?: () => EventStore;
  readonly close: () => Promise<void>;
}

const RACES = process.env['SOAK'] === '1' ? 10_000 : 200;

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

  describe('expected revisions', () => {
    it('given no stream, when appended expecting none, then revisions start at 0 and the answer is the last of them', async () => {
      const stream = streamNamed('created-1');
      const appended = await store.append(stream, [event(), event(), event()], 'no-stream');
      expect(appended.revision).toBe(2);
      const events = await all(store.read(stream));
      expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
      expect(events.at(-1)?.position).toBe(appended.position);
    });

    it('given no stream, when appended expecting any, then it is created', async () => {
      const appended = await store.append(streamNamed('created-2'), [event()], 'any');
      expect(appended.revision).toBe(0);
    });

    it('given a stream, when appended at its revision, at any or as existing, then it goes on from there', async () => {
      const stream = await filled('goes-on', 2);
      expect((await store.append(stream, [event()], 1)).revision).toBe(2);
      expect((await store.append(stream, [event()], 'any')).revision).toBe(3);
      expect((await store.append(stream, [event()], 'stream-exists')).revision).toBe(4);
    });

    it.each<[string, number, ExpectedRevision, number | 'no-stream']>([
      ['a stream that must not exist', 2, 'no-stream', 1],
      ['a revision that has passed', 2, 0, 1],
      ['a revision that has not come', 2, 7, 1],
      ['a revision of no stream', 0, 0, 'no-stream'],
      ['an existing stream where there is none', 0, 'stream-exists', 'no-stream'],
    ])(
      'when %s is expected wrongly, then it is refused, told apart and nothing is written',
      async (name, count, expected, actual) => {
        const stream = count > 0 ? await filled(`wrong ${name}`, count) : streamNamed(`wrong ${name}`);
        const refused = store.append(stream, [event(), event()], expected);
        await expect(refused).rejects.toBeInstanceOf(WrongRevision);
        await expect(refused).rejects.toMatchObject({ stream, expected, actual });
        expect(await all(store.read(stream))).toHaveLength(count);
      },
    );
  });

  describe('appending nothing', () => {
    it('given a stream at the revision that is expected, then it stays there', async () => {
      const stream = await filled('nothing', 3);
      for (const expected of [2, 'any', 'stream-exists'] as const) {
        expect(await store.append(stream, [], expected)).toMatchObject({ revision: 2 });
      }
      expect(await all(store.read(stream))).toHaveLength(3);
    });

    it('given no stream, or another revision than expected, then nothing is created and a wrong expectation is told', async () => {
      expect(await store.append(streamNamed('nothing-new'), [], 'no-stream')).toMatchObject({ revision: -1 });
      expect(await all(store.read(streamNamed('nothing-new')))).toEqual([]);
      const stream = await filled('nothing-wrong', 3);
      for (const expected of [0, 'no-stream'] as const) {
        await expect(store.append(stream, [], expected)).rejects.toBeInstanceOf(WrongRevision);
      }
    });
  });

  describe('repeated appends', () => {
    it.each<[ExpectedRevision, number]>([
      ['no-stream', 0],
      [1, 2],
      ['any', 2],
      ['stream-exists', 2],
    ])(
      'when the same ids come again expecting %s, then they are written once and answered alike',
      async (expected, before) => {
        const stream = before > 0 ? await filled(`again ${expected}`, before) : streamNamed(`again ${expected}`);
        const events = [event(), event()];
        const first = await store.append(stream, events, expected);
        await store.append(stream, [event()], 'any');
        expect(await store.append(stream, events, expected)).toEqual(first);
        expect(await all(store.read(stream))).toHaveLength(before + 3);
      },
    );

    it('when some ids are known and some are not at an old revision, then the append is refused', async () => {
      const stream = streamNamed('partly-again');
      const [first, second] = [event(), event()];
      await store.append(stream, [first, second], 'no-stream');
      await expect(store.append(stream, [first, event()], 'no-stream')).rejects.toBeInstanceOf(WrongRevision);
      await expect(store.append(stream, [first, second, event()], 'no-stream')).rejects.toBeInstanceOf(WrongRevision);
    });

    it('when some ids are known and some are not, then any is refused if the first is known and written if it is not', async () => {
      const stream = streamNamed('partly-any');
      const [first, second] = [event(), event()];
      await store.append(stream, [first, second], 'no-stream');
      for (const expected of ['any', 'stream-exists'] as const) {
        await expect(store.append(stream, [second, event()], expected)).rejects.toBeInstanceOf(WrongRevision);
      }
      expect(await store.append(stream, [event(), first], 'any')).toMatchObject({ revision: 3 });
      expect(await all(store.read(stream))).toHaveLength(4);
    });

    it('when the same ids come again expecting any in another order, then they count as written', async () => {
      const stream = streamNamed('again-reversed');
      const [first, second] = [event(), event()];
      await store.append(stream, [first, second], 'no-stream');
      expect(await store.append(stream, [second, first], 'any')).toMatchObject({ revision: 0 });
      expect(await all(store.read(stream))).toHaveLength(2);
    });

    it('when known ids come at the revision that the stream is at, then they are written anew', async () => {
      const stream = streamNamed('again-at-current');
      const written = event();
      await store.append(stream, [written], 'no-stream');
      expect(await store.append(stream, [written], 0)).toMatchObject({ revision: 1 });
      expect((await all(store.read(stream))).map(({ id }) => id)).toEqual([written.id, written.id]);
    });

    it('when the ids of one stream come in another, then they are other events', async () => {
      const written = event();
      await store.append(streamNamed('same-id-1'), [written], 'any');
      await store.append(streamNamed('same-id-2'), [written], 'any');
      expect(await all(store.read(streamNamed('same-id-2')))).toHaveLength(1);
    });

    it('given an id in capitals, then it is the same id and comes back in small letters', async () => {
      const stream = streamNamed('capitals');
      const written = event();
      const capitals = { ...written, id: written.id.toUpperCase() };
      for (const sent of [capitals, written, capitals]) await store.append(stream, [sent], 'no-stream');
      expect((await all(store.read(stream))).map(({ id }) => id)).toEqual([written.id]);
    });

    it('when the same ids come twice at once, then one is written and both are answered alike', async () => {
      const stream = streamNamed('twice-at-once');
      const events = [event(), event()];
      const answers = await Promise.all([
        store.append(stream, events, 'no-stream'),
        store.append(stream, events, 'no-stream'),
      ]);
      expect(answers[0]).toEqual(answers[1]);
      expect(await all(store.read(stream))).toHaveLength(2);
    });
  });

  describe('content', () => {
    it('given names and data beyond ASCII, then they come back as they were', async () => {
      const stream = streamNamed('città-Forlì_è/🏛️ uno due');
      const written = event(
        { titolo: 'Perché «così»?', '🏛️': ['é', null, 1.5, true, { à: -0.25 }], '': '\u0000"\\' },
        'cosa.è-successa.v1',
      );
      await store.append(stream, [written], 'no-stream');
      const [read] = await all(store.read(stream));
      expect(read).toMatchObject({ ...written, stream, revision: 0 });
      expect(read?.data).toEqual(written.data);
      expect(new Date(read?.createdAt ?? '').toISOString()).toBe(read?.createdAt);
    });

    it('given a very long name, then it is a stream like any other', async () => {
      const stream = streamNamed(`long-${'nome '.repeat(500)}`);
      await store.append(stream, [event()], 'no-stream');
      await store.append(`${stream}!`, [event()], 'no-stream');
      expect(await all(store.read(stream))).toHaveLength(1);
      await expect(store.append(stream, [event()], 'no-stream')).rejects.toBeInstanceOf(WrongRevision);
    });

    it('given events of 300 KB, then they come back whole', async () => {
      const stream = streamNamed('large');
      const text = 'è'.repeat(150_000);
      await store.append(stream, [event({ text }), event({ text })], 'no-stream');
      await store.append(stream, [event({ text })], 1);
      const events = await all(store.read(stream));
      expect(events.map(({ data }) => data['text'] === text)).toEqual([true, true, true]);
    });

    it('given several events in one append, then they stand together in the log', async () => {
      const [one, two] = [streamNamed('together-1'), streamNamed('together-2')];
      const many = (): NewEvent[] => Array.from({ length: 20 }, () => event());
      await Promise.all([store.append(one, many(), 'any'), store.append(two, many(), 'any')]);
      const log = await all(store.readAll({ prefixes: [streamNamed('together-')] }));
      const turns = log.filter(({ stream }, index) => stream !== log[index - 1]?.stream);
      expect(turns).toHaveLength(2);
    });
  });

  describe('reading a stream', () => {
    it('given no stream, then nothing comes', async () => {
      expect(await all(store.read(streamNamed('never')))).toEqual([]);
      expect(await all(store.read(streamNamed('never'), { direction: 'backwards' }))).toEqual([]);
    });

    it.each<[string, Parameters<EventStore['read']>[1], number[]]>([
      ['forwards', {}, [0, 1, 2, 3, 4]],
      ['forwards with a limit', { limit: 2 }, [0, 1]],
      ['forwards from a revision', { from: 3 }, [3, 4]],
      ['forwards from a revision with a limit', { from: 1, limit: 2 }, [1, 2]],
      ['forwards from beyond the end', { from: 9 }, []],
      ['backwards', { direction: 'backwards' }, [4, 3, 2, 1, 0]],
      ['backwards with a limit', { direction: 'backwards', limit: 1 }, [4]],
      ['backwards from a revision', { direction: 'backwards', from: 2 }, [2, 1, 0]],
      ['backwards from beyond the end', { direction: 'backwards', from: 9, limit: 2 }, [4, 3]],
      ['nothing at all', { limit: 0 }, []],
    ])('when read %s, then those revisions come in that order', async (name, options, revisions) => {
      const stream = await filled(`read ${name}`, 5);
      expect((await all(store.read(stream, options))).map(({ revision }) => revision)).toEqual(revisions);
    });

    it('given more events than fit in a page, then all come in order', async () => {
      const stream = await filled('pages', 1500);
      const revisions = (await all(store.read(stream))).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: 1500 }, (_, revision) => revision));
      expect(await all(store.read(stream, { direction: 'backwards', from: 1400 }))).toHaveLength(1401);
    });

    it('when the reader stops early, then the store goes on serving', async () => {
      const stream = await filled('early', 100);
      for await (const { revision } of store.read(stream)) if (revision === 3) break;
      expect(await all(store.read(stream, { limit: 1 }))).toHaveLength(1);
    });
  });

  describe('reading the log', () => {
    let positions: bigint[];
    const prefix = streamNamed('log-');

    beforeAll(async () => {
      for (const n of [1, 2, 1, 3, 1]) await store.append(`${prefix}${n}`, [event()], 'any');
      await store.append(streamNamed('other'), [event()], 'any');
      positions = (await all(store.readAll({ prefixes: [prefix] }))).map(({ position }) => position);
    });

    it('then events come in the order in which they were written, positions strictly increasing', async () => {
      const events = await all(store.readAll({ prefixes: [prefix] }));
      expect(events.map(({ stream }) => stream.slice(prefix.length))).toEqual(['1', '2', '1', '3', '1']);
      expect(strictlyIncreasing(positions)).toBe(true);
      const whole = await all(store.readAll());
      expect(strictlyIncreasing(whole.map(({ position }) => position))).toBe(true);
      expect(whole.filter(({ stream }) => stream.startsWith('$'))).toEqual([]);
    });

    it('when read backwards, then the newest comes first', async () => {
      const events = await all(store.readAll({ prefixes: [prefix], direction: 'backwards' }));
      expect(events.map(({ position }) => position)).toEqual(positions.toReversed());
    });

    it('when read from a position, then it is included forwards and excluded backwards', async () => {
      const from = positions[2];
      const forwards = await all(store.readAll({ prefixes: [prefix], from }));
      expect(forwards.map(({ position }) => position)).toEqual(positions.slice(2));
      const backwards = await all(store.readAll({ prefixes: [prefix], from, direction: 'backwards' }));
      expect(backwards.map(({ position }) => position)).toEqual(positions.slice(0, 2).toReversed());
    });

    it('when several prefixes and a limit are given, then matches count, not what is passed over', async () => {
      const prefixes = [`${prefix}2`, `${prefix}3`];
      const events = await all(store.readAll({ prefixes, limit: 2 }));
      expect(events.map(({ stream }) => stream)).toEqual(prefixes);
      expect(await all(store.readAll({ limit: 3 }))).toHaveLength(3);
    });
  });

  describe('following the log', () => {
    it('when followed from the start, then what is there comes, then caught-up, then what is written', async () => {
      const prefix = streamNamed('follow-start-');
      await store.append(`${prefix}a`, [event(), event()], 'no-stream');
      const following = followed(store, { prefixes: [prefix] });
      expect(await following.until('caught-up')).toEqual([`${prefix}a 0`, `${prefix}a 1`, 'caught-up']);
      await store.append(`${prefix}b`, [event()], 'no-stream');
      await store.append(streamNamed('beside'), [event()], 'any');
      await store.append(`${prefix}a`, [event()], 1);
      expect(await following.until(`${prefix}a 2`)).toEqual([`${prefix}b 0`, `${prefix}a 2`]);
      await following.stop();
    });

    it('when followed after a position, then that event is not repeated and the next one comes', async () => {
      const prefix = streamNamed('follow-after-');
      const first = await store.append(`${prefix}a`, [event()], 'no-stream');
      await store.append(`${prefix}a`, [event()], 0);
      const following = followed(store, { prefixes: [prefix], after: first.position });
      expect(await following.until('caught-up')).toEqual([`${prefix}a 1`, 'caught-up']);
      await following.stop();
    });

    it('when followed after the last position, then only new events come', async () => {
      const prefix = streamNamed('follow-live-');
      const { position } = await store.append(`${prefix}a`, [event()], 'no-stream');
      const following = followed(store, { prefixes: [prefix], after: position });
      expect(await following.until('caught-up')).toEqual(['caught-up']);
      await store.append(`${prefix}a`, [event()], 0);
      expect(await following.until(`${prefix}a 1`)).toEqual([`${prefix}a 1`]);
      await following.stop();
    });

    it('when nothing matches, then a checkpoint tells how far the log has been read', async () => {
      const { position } = await store.append(streamNamed('passed'), [event()], 'any');
      const following = followed(store, { prefixes: [streamNamed('follow-nothing-')] });
      await following.until('caught-up');
      expect(following.checkpoints.at(-1)).toBeGreaterThanOrEqual(position);
      expect(strictlyIncreasing(following.checkpoints)).toBe(true);
      await following.stop();
    });

    it('given a long history, then every event comes once, in order, and no checkpoint overtakes an event', async () => {
      const prefix = streamNamed('follow-long-');
      await store.append(
        `${prefix}a`,
        Array.from({ length: 3000 }, () => event()),
        'no-stream',
      );
      const positions: bigint[] = [];
      let reached = 0n;
      for await (const item of store.follow({ prefixes: [prefix] })) {
        if (item.kind === 'caught-up') break;
        if (item.kind === 'checkpoint') reached = item.position;
        else {
          expect(item.event.position).toBeGreaterThan(reached);
          positions.push(item.event.position);
        }
      }
      expect(positions).toHaveLength(3000);
      expect(strictlyIncreasing(positions)).toBe(true);
    });

    it('when several prefixes are followed by two, then each gets all of it, and no system stream', async () => {
      const prefix = streamNamed('follow-several-');
      const both = [1, 2].map(() => followed(store, { prefixes: [`${prefix}a`, `${prefix}b`] }));
      for (const following of both) await following.until('caught-up');
      for (const name of ['a', 'c', 'b']) await store.append(`${prefix}${name}`, [event()], 'no-stream');
      for (const following of both) {
        expect(await following.until(`${prefix}b 0`)).toEqual([`${prefix}a 0`, `${prefix}b 0`]);
        await following.stop();
      }
      for await (const item of store.follow()) {
        if (item.kind === 'caught-up') break;
        if (item.kind === 'event') expect(item.event.stream).not.toMatch(/^\$/);
      }
    });

    it('when followed after a position that the log has not reached, then what comes up to it is passed over', async () => {
      const prefix = streamNamed('follow-future-');
      const { position } = await store.append(`${prefix}a`, [event()], 'no-stream');
      const following = followed(store, { prefixes: [prefix], after: position + 1_000_000_000_000n });
      expect(await following.until('caught-up')).toEqual(['caught-up']);
      await store.append(`${prefix}a`, [event()], 0);
      await following.stop();
    });

    it('when aborted while it waits, before it starts or while it reads, then it ends without an error', async () => {
      const waiting = followed(store, { prefixes: [streamNamed('follow-abort-')] });
      await waiting.until('caught-up');
      await waiting.stop();

      const before = new AbortController();
      before.abort();
      expect(await all(store.follow({ signal: before.signal }))).toEqual([]);

      const reading = new AbortController();
      const items: Followed[] = [];
      for await (const item of store.follow({ signal: reading.signal })) {
        items.push(item);
        reading.abort();
      }
      expect(items).toHaveLength(1);
    });
  });

  describe('concurrency', () => {
    it(`when two create the same stream at once, then exactly one does, ${RACES} times`, async () => {
      const rival = opened.connect?.() ?? store;
      for (let race = 0; race < RACES; race++) {
        const stream = streamNamed(`race-${race}`);
        const outcomes = await Promise.allSettled([
          store.append(stream, [event({ by: 'one' })], 'no-stream'),
          rival.append(stream, [event({ by: 'other' })], 'no-stream'),
        ]);
        const lost = outcomes.filter(({ status }) => status === 'rejected');
        expect(lost).toHaveLength(1);
        expect(lost[0]).toMatchObject({ reason: { name: 'WrongRevision', actual: 0 } });
      }
      expect(await all(store.readAll({ prefixes: [streamNamed('race-')] }))).toHaveLength(RACES);
      if (rival !== store) await rival.close();
    }, 600_000);

    it('when 64 append to streams of their own at once, then all are written', async () => {
      const appended = await Promise.all(
        Array.from({ length: 64 }, (_, n) => store.append(streamNamed(`apart-${n}`), [event()], 'no-stream')),
      );
      expect(appended.map(({ revision }) => revision)).toEqual(Array(64).fill(0));
      expect(new Set(appended.map(({ position }) => position)).size).toBe(64);
    });

    it('when 64 append to one stream at once expecting any, then each gets a revision of its own', async () => {
      const stream = streamNamed('crowded');
      const appended = await Promise.all(Array.from({ length: 64 }, () => store.append(stream, [event()], 'any')));
      const revisions = appended.map(({ revision }) => revision).toSorted((a, b) => a - b);
      expect(revisions).toEqual(Array.from({ length: 64 }, (_, n) => n));
    });

    it('when 64 append to one stream at once at its revision, then one is written and the others are refused', async () => {
      const stream = await filled('contended', 1);
      const outcomes = await Promise.allSettled(Array.from({ length: 64 }, () => store.append(stream, [event()], 0)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await all(store.read(stream))).toHaveLength(2);
    });
  });

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

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

interface Following {
  /** What came since the last call, up to and with this; checkpoints left out. */
  until(wanted: string): Promise<string[]>;
  readonly checkpoints: bigint[];
  stop(): Promise<void>;
}

function followed(store: EventStore, options: { prefixes: string[]; after?: bigint }): Following {
  const abort = new AbortController();
  const items = store.follow({ ...options, signal: abort.signal })[Symbol.asyncIterator]();
  const checkpoints: bigint[] = [];
  return {
    checkpoints,
    until: async (wanted) => {
      const seen: string[] = [];
      while (seen.at(-1) !== wanted) {
        const { done, value } = await items.next();
        if (done) throw new Error(`the subscription ended before ${wanted}`);
        if (value.kind === 'checkpoint') checkpoints.push(value.position);
        else seen.push(value.kind === 'event' ? labelOf(value.event) : value.kind);
      }
      return seen;
    },
    stop: async () => {
      const end = items.next();
      abort.abort();
      expect((await end).done).toBe(true);
    },
  };
}

function labelOf({ stream, revision }: RecordedEvent): string {
  return `${stream} ${revision}`;
}

function strictlyIncreasing(positions: readonly bigint[]): boolean {
  return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? position));
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
