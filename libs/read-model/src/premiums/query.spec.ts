import type { PremiumCommand } from '#domain';
import { personale, PLAN, staff } from '../testing/example.js';
import { wholeYear } from '../testing/stories.js';
import { stage, type Stage } from '../testing.js';
import { premiumRun } from './query.js';

const AT = '2023-03-20T08:00:00.000Z';
const OBJECTIVE = `${PLAN}-2.1.1`;

/** The year ends with 97.5 for one of its shares and 100 for the other. */
const compute: Extract<PremiumCommand, { type: 'premium.compute' }> = {
  type: 'premium.compute',
  runId: 'bis',
  planId: PLAN,
  scope: { kind: 'areas' },
  fund: '1000.00',
  claims: [
    { objectiveId: OBJECTIVE, shareId: '2.1.1-polizia', areaId: 'polizia', weight: '45', degree: '90' },
    { objectiveId: OBJECTIVE, shareId: '2.1.1-lavori', areaId: 'lavori', weight: '10', degree: '100.00' },
  ],
  by: personale,
  at: AT,
};

describe('a run of premiums', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  it('given a share that another run has paid and a degree that is another one since, names both; withdrawn, it counts on none any more', async () => {
    const told = wholeYear();
    told.premium('bis', compute);
    await on.load(told.events);
    expect(await premiumRun(on.db, 'bis', [])).toMatchObject({
      status: 'computed',
      changed: ['2.1.1-lavori', '2.1.1-polizia'],
    });

    const computed = told.events.length;
    told.premium('bis', {
      type: 'premium.withdraw',
      reason: 'il grado è un altro',
      act: null,
      staff,
      by: personale,
      at: AT,
    });
    await on.load(told.events.slice(computed));
    expect(await premiumRun(on.db, 'bis', [])).toMatchObject({
      status: 'withdrawn',
      points: ['il grado è un altro'],
      changed: [],
    });
  });

  it('given a forecast, when others have paid all of it since, then it is to be withdrawn, and computed anew as long as they have not', async () => {
    const claims = compute.claims.map((claim) => ({ ...claim, degree: null }));
    const unpaid = { ...claims[0]!, objectiveId: `${PLAN}-3.1.1`, shareId: '3.1.1-tributi' };
    const told = wholeYear();
    told.premium('bis', { ...compute, claims });
    told.premium('ter', { ...compute, runId: 'ter', claims: [...claims, unpaid] });
    await on.load(told.events);
    expect(await premiumRun(on.db, 'bis', [])).toMatchObject({ status: 'computed', nextAct: 'withdraw' });
    expect(await premiumRun(on.db, 'ter', [])).toMatchObject({ status: 'computed', nextAct: 'compute' });
  });

  it('given a step that rejects it, then it is rejected, with the reason, and is to be computed anew', async () => {
    const told = wholeYear();
    told.premium('bis', compute);
    const last = told.events.at(-1)!;
    const rejected = {
      ...last,
      type: 'premium.approval-rejected.v1',
      data: { subject: 'premium-run', shareId: null, kind: 'rejected', step: 'l', reason: 'fondo sbagliato', at: AT },
      revision: last.revision + 1,
      position: last.position + 1n,
    };
    await on.load([...told.events, rejected]);
    expect(await premiumRun(on.db, 'bis', [])).toMatchObject({
      status: 'rejected',
      points: ['fondo sbagliato'],
      nextAct: 'compute',
    });
  });
});
