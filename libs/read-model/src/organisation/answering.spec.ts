import { stage, type Stage } from '../testing.js';
import { SHARES, wholeYear } from '../testing/stories.js';
import { answering } from './answering.js';

describe('whose premium depends on objectives', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
    await on.load(wholeYear().events);
  });
  afterAll(() => on.strike());

  it('given the year of the plan, then its offices answer for shares, and have the credit of their days', async () => {
    const { offices, credited } = await answering(on.db, '2022-12-31');
    expect(offices).toEqual([...new Set(SHARES.map(({ office }) => office))].toSorted());
    for (const office of offices) expect(credited).toContainEqual({ office, from: '2022-01-01', to: '2022-12-31' });
  });
});
