import { segretario, headOf, staff, system } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { begun } from '../testing/stories.js';
import { pendingOf } from './pending.js';
import { deadlines } from './query.js';

const objectiveId = '2022-2.1.1';
const shareId = '2.1.1-lavori';
const AT = '2022-06-20T08:00:00.000Z';
const ON = '2023-02-20';

describe('what a share missed that is removed', () => {
  let on: Stage;
  const told = begun();
  const dueOfShare = async (filters: Parameters<typeof deadlines>[1] = {}) =>
    (await deadlines(on.db, filters, 500)).deadlines
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
    told.objective(objectiveId, {
      type: 'objective.remove',
      shareId,
      cause: 'force-majeure',
      note: 'alluvione',
      act: { kind: 'DGC', number: '50', date: ON },
      opinion: { favourable: true, note: 'nessuno poteva evitarlo', on: ON },
      weight: 'neutralise',
      staff,
      by: segretario,
      at: `${ON}T08:00:00.000Z`,
    });
    await on.load(told.events.slice(before));
    expect(await asked()).toEqual([]);
    expect(await dueOfShare()).toEqual([]);
    expect(await dueOfShare({ status: 'missed' })).toEqual(['missed']);
  });
});
