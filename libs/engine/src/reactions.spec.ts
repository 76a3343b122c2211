import type { PlanDocument } from '#domain';
import { memoryStore } from '#event-store/testing';
import { createEngine, type Engine } from './engine.js';
import {
  act,
  at,
  by,
  carried,
  context,
  decided,
  document,
  draft,
  dying,
  objective,
  removal,
  resolution,
  settled,
  staff,
  typesIn,
} from './reactions.fixture.js';

describe('carrying what happened over to other streams', () => {
  it('given an act of the year before, then what it decided is carried over all the same', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await decided(engine, { ...act, date: '2021-12-30' });
    const before = await typesIn(store);
    await settled(store, engine);
    expect(await typesIn(store)).toEqual([...before, ...carried].sort());
  });

  it('given a decided variation, then the plan has it, from there the objectives, on the day of the act', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await decided(engine);
    const before = await typesIn(store);
    await settled(store, engine);
    expect(await typesIn(store)).toEqual([...before, ...carried].sort());
    for await (const event of store.read('objective-demo_2022-1.1.1', { from: 1 })) {
      expect(event).toMatchObject({ type: 'objective.varied.v1', metadata: { occurredOn: act.date } });
    }
    expect((await engine.load('objective', '2022-1.1.3'))?.state.shares[0]?.removal).toEqual({
      cause: 'resources',
      note: 'fondi revocati',
      act,
      opinion: {
        favourable: true,
        note: 'nessuno poteva evitarlo',
        on: '2022-05-09',
      },
      weight: 'redistribute',
      variationId: '2022-1',
    });
    const weights = await Promise.all(
      ['1.1.1', '1.1.2', '1.1.4'].map(async (id) => (await engine.load('objective', `2022-${id}`))?.state.shares[0]),
    );
    expect(weights.map((share) => [share?.weight, share?.office])).toEqual([
      ['13.34', null],
      ['13.33', null],
      ['13.33', 'protocollo'],
    ]);
    expect((await engine.load('variation', '2022-1'))?.state.status).toBe('applied');
    expect((await engine.load('plan', '2022'))?.state).toMatchObject({ version: 2, variations: ['2022-1'] });
  });

  it.each(carried.map((_, append) => append + 1))(
    'given a crash at append %i, when started again, then a variation is whole, once',
    async (n) => {
      const store = memoryStore();
      await decided(createEngine({ store, body: 'demo' }));
      const before = await typesIn(store);
      const broken = dying(store, n);
      await expect(settled(broken, createEngine({ store: broken, body: 'demo' }))).rejects.toThrow('killed');
      await settled(store, createEngine({ store, body: 'demo' }));
      await settled(store, createEngine({ store, body: 'demo' }));
      expect(await typesIn(store)).toEqual([...before, ...carried].sort());
    },
  );

  it('given a plan that cannot take a decided variation any more, then the variation says so', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await decided(engine);
    await engine.execute('plan', '2022', { type: 'plan.close', act, by, at }, context(7));
    await settled(store, engine);
    expect((await engine.load('variation', '2022-1'))?.state).toMatchObject({
      status: 'not-applied',
      notAppliedBecause: 'plan/closed',
    });
  });

  it('given a share that is removed by an act of its own, then the plan has it, and the others bear its weight, once', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await draft(engine);
    await settled(store, engine);
    await engine.execute('objective', '2022-1.1.1', removal, context(20));
    const before = await typesIn(store);
    for (const append of [1, 2, 3]) {
      const broken = dying(store, append);
      await settled(broken, createEngine({ store: broken, body: 'demo' })).catch(() => undefined);
    }
    await settled(store, createEngine({ store, body: 'demo' }));
    const carriedOver = ['plan.share-removed.v1', 'objective.varied.v1', 'objective.varied.v1'];
    expect(await typesIn(store)).toEqual([...before, ...carriedOver].sort());
    expect((await engine.load('objective', '2022-1.1.2'))?.state.shares[0]?.weight).toBe('15');
  });

  it('given a share that is handed to an office while a variation of it is on its way, then that one is a party, of it alone, once', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await draft(engine);
    await settled(store, engine);
    for (const [n, objectiveId] of ['1.1.1', '1.1.2'].entries()) {
      const changes = [{ kind: 'move-deadline', objectiveId, deadlineId: 'd1', to: '2022-10-31' }] as const;
      const variationId = `2022-${n + 1}`;
      const asked = { variationId, planId: '2022', requestId: `r-${n}`, reason: 'gara deserta', changes };
      const surroundings = {
        document,
        planStatus: 'in-force',
        objectives: {},
        underWay: {},
        cutOff: '2022-12-15',
      } as const;
      const through = {
        chain: { id: 'variation', version: 1, steps: [resolution] },
        workflow: null,
        staff,
        surroundings,
      };
      const request = {
        type: 'variation.request',
        ...asked,
        ...through,
        by: { id: 'acc-2', office: 'protocollo' },
        at,
      } as const;
      await engine.execute('variation', variationId, request, context(30 + n));
    }
    for (const [n, office] of ['protocollo', 'giunta'].entries())
      await engine.execute(
        'objective',
        '2022-1.1.1',
        { type: 'objective.assign', shareId: '1.1.1-protocollo', office, by, at },
        context(40 + n),
      );
    await settled(store, engine);
    await settled(store, createEngine({ store, body: 'demo' }));
    const parties = await Promise.all(
      ['2022-1', '2022-2'].map(async (id) => (await engine.load('variation', id))?.state.approval?.parties.offices),
    );
    expect(parties).toEqual([['protocollo', 'giunta'], ['protocollo']]);
    expect((await typesIn(store)).filter((type) => type === 'variation.approval-joined.v1')).toHaveLength(1);
  });

  it('given a drafted plan, then each of its objectives is defined, caused by the plan', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await draft(engine);
    await settled(store, engine);
    expect(await typesIn(store)).toEqual([...Array<string>(3).fill('objective.defined.v1'), 'plan.drafted.v1']);
    for await (const event of store.read('objective-demo_2022-1.1.2')) {
      expect(event.metadata).toMatchObject({ actor: { id: 'system' }, $correlationId: context(1).commandId });
    }
  });

  it('given reactions that start again from the first event, then nothing is written twice', async () => {
    const store = memoryStore();
    await draft(createEngine({ store, body: 'demo' }));
    await settled(store, createEngine({ store, body: 'demo' }));
    await settled(store, createEngine({ store, body: 'demo' }));
    expect(await typesIn(store)).toHaveLength(4);
  });

  it.each([1, 2, 3])('given a crash at append %i, when started again, then no objective is missing', async (n) => {
    const store = memoryStore();
    await draft(createEngine({ store, body: 'demo' }));
    const broken = dying(store, n);
    await expect(settled(broken, createEngine({ store: broken, body: 'demo' }))).rejects.toThrow('killed');
    await settled(store, createEngine({ store, body: 'demo' }));
    expect(await typesIn(store)).toEqual([...Array<string>(3).fill('objective.defined.v1'), 'plan.drafted.v1']);
  });

  const corrected: PlanDocument = {
    ...document,
    objectives: [{ ...objective('1.1.1'), title: 'Archivio corretto' }, objective('1.1.2'), objective('1.1.4')],
  };
  const redraft = (engine: Engine, told = corrected, n = 2) =>
    engine.execute('plan', '2022', { type: 'plan.draft', planId: '2022', document: told, by, at }, context(n));
  const standing = async (engine: Engine) => {
    const ids = ['1.1.1', '1.1.2', '1.1.3', '1.1.4'];
    const loaded = await Promise.all(ids.map((id) => engine.load('objective', `2022-${id}`)));
    return loaded.map((found) => found?.state.objective?.title ?? null);
  };
  const carriedByRedraft = ['objective.defined.v1', 'objective.redefined.v1', 'objective.withdrawn.v1'];

  it('given another draft, then what is other is told anew, what is new defined, what is gone withdrawn', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await draft(engine);
    await settled(store, engine);
    const before = await typesIn(store);
    await redraft(engine);
    await settled(store, engine);
    expect(await typesIn(store)).toEqual([...before, 'plan.redrafted.v1', ...carriedByRedraft].sort());
    expect(await standing(engine)).toEqual(['Archivio corretto', 'Archivio', null, 'Archivio']);
    await redraft(engine, document, 3);
    await settled(store, createEngine({ store, body: 'demo' }));
    expect(await standing(engine)).toEqual(['Archivio', 'Archivio', 'Archivio', null]);
    await settled(store, createEngine({ store, body: 'demo' }));
    expect(await standing(engine)).toEqual(['Archivio', 'Archivio', 'Archivio', null]);
  });

  it('given another draft before the first was carried over at all, then the end is the same', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await draft(engine);
    await redraft(engine);
    await settled(store, engine);
    expect(await standing(engine)).toEqual(['Archivio corretto', 'Archivio', null, 'Archivio']);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'given another draft and a crash at append %i of both, when started again, then nothing is missing or doubled',
    async (n) => {
      const store = memoryStore();
      const writing = createEngine({ store, body: 'demo' });
      await draft(writing);
      await redraft(writing);
      const broken = dying(store, n);
      await expect(settled(broken, createEngine({ store: broken, body: 'demo' }))).rejects.toThrow('killed');
      const engine = createEngine({ store, body: 'demo' });
      await settled(store, engine);
      const drafts = ['plan.drafted.v1', 'plan.redrafted.v1', ...Array<string>(3).fill('objective.defined.v1')];
      expect(await typesIn(store)).toEqual([...drafts, ...carriedByRedraft].sort());
      expect(await standing(engine)).toEqual(['Archivio corretto', 'Archivio', null, 'Archivio']);
    },
  );
});
