import { memoryStore } from '#event-store/testing';
import { StoreUnavailable, type EventStore } from '#event-store';
import { carryingOn } from './carrying-on.js';
import { createEngine, type Engine } from './engine.js';
import {
  act,
  at,
  by,
  carried,
  clock,
  context,
  decided,
  draft,
  lastOf,
  removal,
  settled,
  typesIn,
} from './reactions.fixture.js';

describe('carrying a command on before it is answered', () => {
  const over = (store: EventStore, troubles: unknown[] = []): Engine =>
    carryingOn({
      engine: createEngine({ store, body: 'demo' }),
      store,
      body: 'demo',
      clock,
      onTrouble: (error) => troubles.push(error),
    });

  it('given a variation that is decided, when it is answered, then plan and objectives have it, and the variation is applied', async () => {
    const store = memoryStore();
    const engine = over(store);
    await decided(engine);
    expect(await typesIn(store)).toEqual(expect.arrayContaining([...new Set(carried)]));
    expect((await engine.load('variation', '2022-1'))?.state.status).toBe('applied');
    expect((await engine.load('objective', '2022-1.1.3'))?.state.shares[0]?.removal).not.toBeNull();
  });

  it('given a plan that is drafted, when it is answered, then its objectives are there', async () => {
    const store = memoryStore();
    const engine = over(store);
    await draft(engine);
    for (const id of ['1.1.1', '1.1.2', '1.1.3']) {
      expect((await engine.load('objective', `2022-${id}`))?.state.objective?.id).toBe(id);
    }
    const before = await typesIn(store);
    await settled(store, createEngine({ store, body: 'demo' }));
    expect(await typesIn(store)).toEqual(before);
  });

  it('given a decided variation, when whoever follows the log comes to it, then nothing is written twice', async () => {
    const store = memoryStore();
    await decided(over(store));
    const before = await typesIn(store);
    await settled(store, createEngine({ store, body: 'demo' }));
    expect(await typesIn(store)).toEqual(before);
  });

  it('given a share that is removed by an act of its own, when it is answered, then the others bear its weight', async () => {
    const store = memoryStore();
    const engine = over(store);
    await draft(engine);
    await settled(store, engine);
    const { position, events } = await engine.execute('objective', '2022-1.1.1', removal, context(20));
    // whoever reads from there on finds what followed, too
    expect(position).toBe((await lastOf(store))?.position);
    expect(events).toEqual(['objective.removed.v1']);
    expect((await engine.load('objective', '2022-1.1.2'))?.state.shares[0]?.weight).toBe('15');
    const before = await typesIn(store);
    await settled(store, createEngine({ store, body: 'demo' }));
    expect(await typesIn(store)).toEqual(before);
  });

  it('given a command that is sent again, then it is answered with the same position, that of what followed too', async () => {
    const store = memoryStore();
    const engine = over(store);
    const first = await decided(engine);
    expect(first.position).toBe((await lastOf(store))?.position);
    expect(await decided(engine)).toEqual({ ...first, repeated: true });
    expect(await decided(over(store))).toEqual({ ...first, repeated: true });
    const removed = await engine.execute('objective', '2022-1.1.1', removal, context(20));
    expect(await engine.execute('objective', '2022-1.1.1', removal, context(20))).toEqual({
      ...removed,
      repeated: true,
    });
  });

  it('given a plan of which something was not carried yet, when more happens on it, then it comes first', async () => {
    const store = memoryStore();
    const slow = createEngine({ store, body: 'demo' });
    await decided(slow);
    // decided before there was anybody to carry it on
    const surroundings = { type: 'plan.vary', variationId: '2022-1', objectives: {}, act, by, at } as const;
    const changes = (await slow.load('variation', '2022-1'))?.state.asked?.changes ?? [];
    await slow.execute('plan', '2022', { ...surroundings, changes }, context(30));
    const engine = over(store);
    await engine.execute('objective', '2022-1.1.1', removal, context(20));
    const weights = await Promise.all(
      ['1.1.2', '1.1.4'].map(async (id) => (await engine.load('objective', `2022-${id}`))?.state.shares[0]?.weight),
    );
    expect(weights).toEqual(['20', '20']);
    expect((await engine.load('objective', '2022-1.1.3'))?.state.shares[0]?.removal).not.toBeNull();
    expect((await engine.load('objective', '2022-1.1.1'))?.state.version).toBe(2);
  });

  it('given a log that does not answer any more, then the command is answered all the same, and someone is told', async () => {
    const store = memoryStore();
    const slow = createEngine({ store, body: 'demo' });
    await draft(slow);
    await settled(store, slow);
    let appends = 0;
    const leaving: EventStore = {
      append: (...args) => {
        if (++appends > 1) throw new StoreUnavailable('gone');
        return store.append(...args);
      },
      read: (...args) => store.read(...args),
      readAll: (...args) => store.readAll(...args),
      follow: (...args) => store.follow(...args),
      close: () => store.close(),
    };
    const troubles: unknown[] = [];
    const executed = await over(leaving, troubles).execute('objective', '2022-1.1.1', removal, context(20));
    expect(executed.events).toEqual(['objective.removed.v1']);
    expect(troubles).toEqual([expect.any(StoreUnavailable)]);
    await settled(store, createEngine({ store, body: 'demo' }));
    expect((await slow.load('objective', '2022-1.1.2'))?.state.shares[0]?.weight).toBe('15');
  });
});
