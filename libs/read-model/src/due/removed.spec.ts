import { headOf, roads, segretario, staff, system } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { begun } from '../testing/stories.js';
import { pendingOf } from './pending.js';
import { deadlines as deadlinesOf } from './query.js';

const objectiveId = '2022-2.1.1';
const shareId = '2.1.1-lavori';
const AT = '2022-06-20T08:00:00.000Z';
const ON = '2023-02-20';
const newId = '5f0f6f6a-3c1e-4a57-8c2d-6e94b7a1d305';

const removal = {
  type: 'objective.remove',
  shareId,
  cause: 'force-majeure',
  note: 'alluvione',
  act: { kind: 'DGC', number: '50', date: ON },
  opinion: {
    favourable: true,
    note: 'nessuno poteva evitarlo',
    on: ON,
    document: { kind: 'verbale', number: '4', date: ON },
  },
  weight: 'neutralise',
  staff,
  by: segretario,
  at: `${ON}T08:00:00.000Z`,
} as const;

describe('what a share missed that is removed', () => {
  let on: Stage;
  const told = begun();
  const dueOfShare = async (filters: Parameters<typeof deadlinesOf>[1] = {}) =>
    (await deadlinesOf(on.db, filters, 500)).deadlines
      .filter((one) => one.shareId === shareId)
      .map(({ status }) => status);
  const asked = async () =>
    (await pendingOf(on.db, 'lavori', [{ objectiveId, shareId }])).map(({ instance }) => instance);

  beforeAll(async () => {
    told.objective(objectiveId, { type: 'objective.assign', shareId, office: 'lavori', by: segretario, at: AT });
    told.objective(objectiveId, { type: 'objective.acknowledge', shareId, by: headOf('lavori'), at: AT });
    told.objective(objectiveId, {
      type: 'objective.mark-missed-deadlines',
      by: system,
      at: '2023-01-10T08:00:00.000Z',
    });
    on = await stage();
    await on.load(told.events);
  });
  afterAll(() => on.strike());

  it('given that it is not removed yet, then it is still to be answered', async () => {
    expect(await dueOfShare()).toEqual(['missed']);
    expect(await asked()).toEqual(['2022-10-31']);
  });

  it('given that it is removed, then nobody is reminded of it, and it is listed where what was missed is asked for', async () => {
    const before = told.events.length;
    told.objective(objectiveId, removal);
    await on.load(told.events.slice(before));
    expect(await asked()).toEqual([]);
    expect(await dueOfShare()).toEqual([]);
    expect(await dueOfShare({ status: 'missed' })).toEqual(['missed']);
  });
});

describe('what a removed share was told of a variation by an earlier release', () => {
  it('then nothing of it is to come: neither would it be missed nor could it be answered', async () => {
    const told = begun();
    const [shareId, office] = ['2.1.1-polizia', 'polizia'];
    told.objective(objectiveId, { type: 'objective.assign', shareId, office, by: segretario, at: AT });
    told.objective(objectiveId, {
      type: 'objective.mark-missed-deadlines',
      by: system,
      at: '2022-11-10T08:00:00.000Z',
    });
    const [act, opinion] = [
      { ...removal.act, date: '2022-11-10' },
      { ...removal.opinion, on: '2022-11-10', document: { ...removal.opinion.document, date: '2022-11-10' } },
    ];
    told.objective(objectiveId, { ...removal, shareId, act, opinion, at: '2022-11-10T09:00:00.000Z' });
    const last = told.events.at(-1)!;
    const deadlines = roads.deadlines.map((one) => ({ ...one, kind: 'fixed' as const, on: '2023-12-20' }));
    const data = {
      variationId: '2022-1',
      objective: { ...roads, deadlines },
      horizon: '2023-12-31',
      shareIds: [shareId],
      act: null,
      from: ON,
    } as object as typeof last.data;
    const { revision, position } = last;
    const varied = { ...last, id: newId, type: 'objective.varied.v1', revision: revision + 1, position: position + 1n };
    const on = await stage();
    await on.load([...told.events, { ...varied, data }]);
    const asked = (await deadlinesOf(on.db, {}, 500)).deadlines.filter((one) => one.shareId === shareId);
    expect(asked.map(({ status }) => status)).not.toContain('open');
    await on.strike();
  });
});
