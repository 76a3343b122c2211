import { Refused } from '#domain';
import type { EventStore } from '#event-store';
import { memoryStore } from '#event-store/testing';
import { consequences } from './consequences.js';
import { createEngine, type Engine } from './engine.js';
import {
  at,
  by,
  carried,
  clock,
  context,
  decided,
  objective,
  resolution,
  settled,
  staff,
  tenure,
} from './reactions.fixture.js';

const OFFICE = { id: 'acc-3', office: 'protocollo' };
const SHARE = '1.1.3-protocollo';
const withSegretario = {
  ...staff,
  tenures: [...staff.tenures, { ...tenure('segretario-generale'), roles: ['segretario'] }],
};

const measured = {
  id: 'i1',
  shareIds: ['1.1.4-protocollo'],
  text: 'Fascicoli ordinati',
  target: { comparison: 'at-least', value: '80', unit: '%' },
  source: { line: 9 },
} as const;

/** Does something in the instant before the nth append: whoever decided that append has not seen it. */
const withBefore = (store: EventStore, nth: number, act: () => Promise<unknown>): EventStore => ({
  append: async (stream, events, expected) => {
    if (--nth === 0) await act();
    return store.append(stream, events, expected);
  },
  read: (stream, options) => store.read(stream, options),
  readAll: (options) => store.readAll(options),
  follow: (options) => store.follow(options),
  close: () => store.close(),
});

const handIn = (engine: Engine) =>
  engine.execute(
    'objective',
    '2022-1.1.3',
    {
      type: 'objective.submit-rendicontazione',
      shareId: SHARE,
      measurements: [],
      selfDegree: '100',
      note: '',
      evidence: [],
      chain: { id: 'rendicontazione', version: 1, steps: [resolution] },
      workflow: null,
      staff: withSegretario,
      by: OFFICE,
      at,
    },
    context(52),
  );

const propose = (engine: Engine) =>
  engine.execute(
    'objective',
    '2022-1.1.4',
    {
      type: 'objective.propose',
      planId: '2022',
      objective: { ...objective('1.1.4'), indicators: [measured], title: 'Tutt’altro' },
      horizon: '2022-12-31',
      staff: withSegretario,
      by,
      at,
    },
    context(53),
  );

describe('a command of a person between a decided variation and what follows from it', () => {
  it.each(carried.map((_, append) => append + 1))(
    'given a report handed in just before append %i, then the share is removed all the same, and every objective took the variation',
    async (n) => {
      const store = memoryStore();
      const engine = createEngine({ store, body: 'demo' });
      await decided(engine);
      const given = { type: 'objective.assign', shareId: SHARE, office: 'protocollo', by, at } as const;
      await engine.execute('objective', '2022-1.1.3', given, context(50));
      const noted = { type: 'objective.acknowledge', shareId: SHARE, by: OFFICE, at } as const;
      await engine.execute('objective', '2022-1.1.3', noted, context(51));
      let ended: unknown;
      const handingIn = () =>
        handIn(engine).catch((error: unknown) => (ended = error instanceof Refused ? error.code : error));
      const between = withBefore(store, n, handingIn);
      await settled(between, createEngine({ store: between, body: 'demo' }));
      const { shares } = (await engine.load('objective', '2022-1.1.3'))!.state;
      expect(shares[0]?.removal).not.toBeNull();
      // once it was removed nothing is handed in any more
      expect(['open', 'objective/removed']).toContain(ended ?? shares[0]?.rendicontazione?.status);
      const variation = (await engine.load('variation', '2022-1'))?.state;
      expect([variation?.status, variation?.notTaken]).toEqual(['applied', undefined]);
    },
  );

  it('given an objective proposed under the number of one that the variation adds, then the plan does not take it, and the variation says why', async () => {
    const store = memoryStore();
    const engine = createEngine({ store, body: 'demo' });
    await decided(engine);
    const before = (await engine.load('plan', '2022'))?.state.document;
    await propose(engine);
    const told: string[] = [];
    for await (const event of store.readAll()) {
      if (event.type !== 'variation.approved.v1') continue;
      await consequences(event, {
        engine,
        clock,
        onRefused: ({ kind, id, code }) => told.push(`${kind} ${id} ${code}`),
      });
    }
    expect(told).toEqual(['plan 2022 variation/number-proposed']);
    expect((await engine.load('variation', '2022-1'))?.state).toMatchObject({
      status: 'not-applied',
      notAppliedBecause: 'variation/number-proposed',
    });
    expect((await engine.load('plan', '2022'))?.state.document).toEqual(before);
    expect((await engine.load('objective', '2022-1.1.4'))?.state.objective?.title).toBe('Tutt’altro');
  });
});
