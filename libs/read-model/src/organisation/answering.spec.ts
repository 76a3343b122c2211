import { stage, type Stage } from '../testing.js';
import { SHARES, wholeYear } from '../testing/stories.js';
import { answering } from './answering.js';

describe('whose premium depends on objectives', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const { events } = wholeYear();
  const entered = events.find(({ type }) => type === 'plan.entered-into-force.v1');
  const year = { from: '2022-01-01', to: '2022-12-31' };

  it('given the year of the plan, then its offices answer for shares, and have the credit of their days', async () => {
    await on.load(events);
    const { offices, credited } = await answering(on.db, '2022-12-31');
    expect(offices).toEqual([...new Set(SHARES.map(({ office }) => office))].toSorted());
    for (const office of offices) expect(credited).toContainEqual({ office, ...year });
  });

  it('given that the plan is closed, then no office answers any more, and its days stay credited: a share may be judged anew', async () => {
    if (entered === undefined) throw new Error('The story enters nothing into force.');
    const data = { planId: '2022', act: { kind: 'DGC', number: '9', date: '2023-03-01' } };
    const [position, revision] = [BigInt(events.length + 1), entered.revision + 1];
    const closed = { ...entered, type: 'plan.closed.v1', data, position, revision };
    await on.load([...events, closed]);
    const { offices, credited } = await answering(on.db, '2022-12-31');
    expect(offices).toEqual([]);
    for (const { office } of SHARES) expect(credited).toContainEqual({ office, ...year });
  });

  it('given a draft, then it pays nobody', async () => {
    const draft = events.filter(({ type }) => ['plan.drafted.v1', 'objective.defined.v1'].includes(type));
    await on.load(draft);
    expect(await answering(on.db, '2022-12-31')).toEqual({ offices: [], credited: [] });
  });
});
