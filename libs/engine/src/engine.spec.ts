import fc from 'fast-check';
import { OutcomeUnknown, verifyStream, type EventStore, type RecordedEvent } from '#event-store';
import { memoryStore } from '#event-store/testing';
import { createEngine, type Engine } from './engine.js';
import type { CommandContext } from './context.js';

const by = { id: 'acc-1', office: 'segretario-generale' };
const MONDAY = '2022-05-16T08:00:00.000Z';
const TUESDAY = '2022-05-17T08:00:00.000Z';
const FRIDAY = '2022-05-20T08:00:00.000Z';
const SATURDAY = '2022-05-21T08:00:00.000Z';
const KEY = '0b0e2c3a-6f0f-4a53-9c53-000000000001';
const OTHER_KEY = '0b0e2c3a-6f0f-4a53-9c53-000000000002';
const STREAM = 'clock-demo_simulated';

const context = (commandId: string, more: Partial<CommandContext> = {}): CommandContext => ({
  commandId,
  correlationId: commandId,
  causationId: commandId,
  ...more,
});

const advance = (engine: Engine, to: string, given: CommandContext) =>
  engine.execute('clock', 'simulated', { type: 'clock.advance', to, by, at: MONDAY }, given);

async function eventsOf(store: EventStore, stream = STREAM): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(stream)) events.push(event);
  return events;
}

/** A store whose next `times` appends are written but never answered. */
const deaf = (store: EventStore, times: number): EventStore => ({
  ...store,
  read: (stream, options) => store.read(stream, options),
  async append(stream, events, expected) {
    const appended = await store.append(stream, events, expected);
    if (times-- > 0) throw new OutcomeUnknown('the answer was lost');
    return appended;
  },
});

describe('carrying out a command', () => {
  it('given an empty stream, when a command is carried out, then its events carry who, when, why and the chain of hashes', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    const executed = await advance(engine, TUESDAY, context(KEY, { correlationId: 'request-1' }));
    expect(executed).toMatchObject({ revision: 0, repeated: false, events: ['clock.advanced.v1'] });
    const [event] = await eventsOf(store);
    expect(event?.metadata).toMatchObject({
      $correlationId: 'request-1',
      $causationId: KEY,
      commandId: KEY,
      actor: by,
      onBehalfOf: null,
      body: 'demo',
      occurredOn: '2022-05-16',
      recordedAt: MONDAY,
      schemaVersion: 1,
      previousHash: null,
    });
    expect(verifyStream(await eventsOf(store))).toEqual({ ok: true });
  });

  it('given a day that is told and is that of the act as well, then the event says that it was told', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    const act = { kind: 'DGC', number: '1', date: '2022-05-10' };
    for (const [key, occurredOn] of [
      [KEY, undefined],
      [OTHER_KEY, '2022-05-10'],
    ] as const) {
      const told = context(key, occurredOn === undefined ? {} : { occurredOn });
      const to = occurredOn === undefined ? TUESDAY : FRIDAY;
      const command = { type: 'clock.advance', act, by, at: MONDAY, to } as const;
      await engine.execute('clock', 'simulated', command, told);
    }
    const days = (await eventsOf(store)).map(({ metadata }) => [metadata['occurredOn'], metadata['dayTold']]);
    expect(days).toEqual([
      ['2022-05-10', undefined],
      ['2022-05-10', true],
    ]);
  });

  it('given a command carried out, when it comes again, then the first answer is given and nothing is written', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    const first = await advance(engine, TUESDAY, context(KEY));
    await advance(engine, FRIDAY, context(OTHER_KEY));
    expect(await advance(engine, TUESDAY, context(KEY))).toEqual({ ...first, repeated: true });
    expect(await eventsOf(store)).toHaveLength(2);
  });

  it('given a dry run, then it ends with what would be written, decided on the log as it is now, and nothing is', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await advance(engine, TUESDAY, context(KEY));
    await advance(createEngine({ store, body: 'demo' }), FRIDAY, context(OTHER_KEY));
    const dry = context('0b0e2c3a-6f0f-4a53-9c53-000000000003', { dryRun: true });
    await expect(advance(engine, TUESDAY, dry)).rejects.toMatchObject({ code: 'clock/goes-backwards' });
    await expect(advance(engine, SATURDAY, dry)).rejects.toMatchObject({
      rehearsal: {
        revision: 1,
        events: [{ stream: STREAM, type: 'clock.advanced.v1', data: { to: SATURDAY }, occurredOn: '2022-05-16' }],
      },
    });
    expect(await eventsOf(store)).toHaveLength(2);
  });

  it('given a command carried out by a process that is gone, when it comes again, then the log itself answers', async () => {
    const store = memoryStore();
    const first = await advance(createEngine({ store, body: 'demo' }), TUESDAY, context(KEY));
    const again = await advance(createEngine({ store, body: 'demo' }), TUESDAY, context(KEY));
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('given a key used before, when it comes with another content, then it is refused', async () => {
    const engine = createEngine({ store: memoryStore(), body: 'demo' });
    await advance(engine, TUESDAY, context(KEY));
    await expect(advance(engine, FRIDAY, context(KEY))).rejects.toMatchObject({ name: 'KeyReused' });
  });

  it('given a key used before, when another person sends the same, then it is refused', async () => {
    const engine = createEngine({ store: memoryStore(), body: 'demo' });
    await advance(engine, TUESDAY, context(KEY));
    const command = { type: 'clock.advance', to: TUESDAY, by: { id: 'acc-2', office: 'x' }, at: MONDAY } as const;
    await expect(engine.execute('clock', 'simulated', command, context(KEY))).rejects.toMatchObject({
      name: 'KeyReused',
    });
  });

  it('given a caller who saw an older revision, when it insists on it, then it is refused and told the revision', async () => {
    const engine = createEngine({ store: memoryStore(), body: 'demo' });
    await advance(engine, TUESDAY, context(KEY));
    await expect(advance(engine, FRIDAY, context(OTHER_KEY, { expectedRevision: -1 }))).rejects.toMatchObject({
      name: 'StaleRevision',
      actual: 0,
      changed: ['clock.advanced.v1'],
      last: { office: by.office, at: MONDAY },
    });
  });

  it('given rules that say no, then nothing is written and the refusal reaches the caller', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await advance(engine, FRIDAY, context(KEY));
    await expect(advance(engine, TUESDAY, context(OTHER_KEY))).rejects.toMatchObject({ code: 'clock/goes-backwards' });
    expect(await eventsOf(store)).toHaveLength(1);
  });

  it('given a refusal from memory, when another process has moved on, then the log has the last word', async () => {
    const store = memoryStore();
    const here = createEngine({ store, body: 'demo' });
    const there = createEngine({ store, body: 'demo' });
    await advance(here, TUESDAY, context(KEY));
    await advance(there, FRIDAY, context(OTHER_KEY));
    await expect(advance(here, TUESDAY, context('0b0e2c3a-6f0f-4a53-9c53-000000000003'))).rejects.toMatchObject({
      code: 'clock/goes-backwards',
      facts: { now: FRIDAY },
    });
  });

  it('given an answer that was lost, when the append is sent again, then the events stand once', async () => {
    const store = memoryStore();
    const engine = createEngine({ store: deaf(store, 2), body: 'demo' });
    expect(await advance(engine, TUESDAY, context(KEY))).toMatchObject({ revision: 0 });
    expect(await eventsOf(store)).toHaveLength(1);
  });

  it('given a store that never answers, when the client comes back with the same key, then the command stands once', async () => {
    const store = memoryStore();
    await expect(
      advance(createEngine({ store: deaf(store, 100), body: 'demo' }), TUESDAY, context(KEY)),
    ).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    const engine = createEngine({ store, body: 'demo' });
    expect(await advance(engine, TUESDAY, context(KEY))).toMatchObject({ revision: 0, repeated: true });
    expect(await eventsOf(store)).toHaveLength(1);
  });

  it('given an answer that was lost here, when the client comes back to a process that knows only what was before, then the chain holds', async () => {
    const store = memoryStore();
    const here = createEngine({ store: deaf(store, 100), body: 'demo' });
    const there = createEngine({ store, body: 'demo' });
    await advance(there, TUESDAY, context(KEY));
    await expect(advance(here, FRIDAY, context(OTHER_KEY))).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    const later = { type: 'clock.advance', to: FRIDAY, by, at: TUESDAY } as const;
    expect(await there.execute('clock', 'simulated', later, context(OTHER_KEY))).toMatchObject({ repeated: true });
    await advance(there, '2022-05-21T08:00:00.000Z', context(uuid(9)));
    const events = await eventsOf(store);
    expect(events).toHaveLength(3);
    expect(verifyStream(events)).toEqual({ ok: true });
  });

  it('given a clock that stands still, when a key comes again to a process that has not seen the first, then it is answered as ever and the chain holds', async () => {
    const store = memoryStore();
    const engines = [1, 2, 3].map(() => createEngine({ store, body: 'demo' })) as [Engine, Engine, Engine];
    const [here, there, elsewhere] = engines;
    for (const engine of engines) await advance(engine, TUESDAY, context(KEY));
    const first = await advance(here, FRIDAY, context(OTHER_KEY, { correlationId: 'request-1' }));
    await expect(advance(there, SATURDAY, context(OTHER_KEY))).rejects.toMatchObject({ name: 'KeyReused' });
    const again = context(OTHER_KEY, { correlationId: 'request-2' });
    expect(await advance(elsewhere, FRIDAY, again)).toEqual({ ...first, repeated: true });
    await advance(elsewhere, SATURDAY, context(uuid(9)));
    expect(verifyStream(await eventsOf(store))).toEqual({ ok: true });
  });

  it('given two processes on one stream, when both write at once, then every command stands once, in one chain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 12 }), async (turns) => {
        const store = memoryStore();
        const engines = [createEngine({ store, body: 'demo' }), createEngine({ store, body: 'demo' })];
        const day = (n: number) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString();
        const outcomes = await Promise.allSettled(
          turns.map((which, n) => advance(engines[which] as Engine, day(n), context(uuid(n)))),
        );
        const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
        const events = await eventsOf(store);
        expect(events).toHaveLength(done);
        expect(new Set(events.map(({ metadata }) => metadata['commandId'])).size).toBe(done);
        expect(verifyStream(events)).toEqual({ ok: true });
      }),
      { numRuns: 50 },
    );
  });
});

const uuid = (n: number) => `0b0e2c3a-6f0f-4a53-9c53-${String(n).padStart(12, '0')}`;
