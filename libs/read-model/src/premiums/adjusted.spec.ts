import type { Holding, PremiumCommand, Staff, Tenure } from '#domain';
import { act, personale, PLAN, staff } from '../testing/example.js';
import { wholeYear } from '../testing/stories.js';
import { stage, type Stage } from '../testing.js';
import { premiumRun, premiumRuns } from './query.js';

const AT = '2023-03-20T08:00:00.000Z';
const SHARE = '2.1.1-polizia';
const claim = { objectiveId: `${PLAN}-2.1.1`, shareId: SHARE, areaId: 'polizia', weight: '45' };
const period = { from: '2022-01-01', to: '2022-12-31' };
const signed = { ...act, date: '2023-03-20' };
const by = { by: personale, at: AT };
const held = (person: string, office: string, from: string, to: string | null = null): Tenure => ({
  person,
  office,
  roles: ['responsabile'],
  from,
  to,
  act: null,
});
const then: Staff = {
  ...staff,
  tenures: [
    ...staff.tenures.filter(({ office }) => office !== 'polizia'),
    held('tea', 'polizia', '2020-01-01', '2022-06-30'),
    held('vico', 'polizia', '2022-07-01'),
  ],
};
const allYear: readonly Holding[] = [{ office: 'polizia', from: '2022-01-01', to: null }];

const liquidate = (holdings: readonly Holding[], degree: string): PremiumCommand => ({
  type: 'premium.liquidate',
  act: signed,
  standing: { degrees: { [SHARE]: degree }, holdings: { [SHARE]: holdings }, period },
  staff: then,
  ...by,
});

describe('what a run has paid, and the one that puts it right', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
    const told = wholeYear();
    const scope = { kind: 'areas' } as const;
    const compute = { runId: 'aree', planId: PLAN, scope, fund: '1000.00', claims: [{ ...claim, degree: '90' }] };
    told.premium('aree', { type: 'premium.compute', ...compute, ...by });
    told.premium('aree', liquidate(allYear, '90'));
    told.premium('meno', {
      type: 'premium.adjust',
      runId: 'meno',
      planId: PLAN,
      claim: {
        ...claim,
        degree: '50',
        holders: [
          { office: 'polizia', days: 200 },
          { office: 'lavori', days: 165 },
        ],
      },
      paid: { runId: 'aree', amount: '900.00', byRun: '900.00', degree: '90' },
      amount: '500.00',
      route: null,
      period,
      staff: then,
      ...by,
    });
    const handedOver = [
      { office: 'polizia', from: '2022-01-01', to: '2022-07-19' },
      { office: 'lavori', from: '2022-07-20', to: null },
    ];
    told.premium('meno', liquidate(handedOver, '50'));
    await on.load(told.events);
  });
  afterEach(() => on.strike());

  it('given a tenure that is told otherwise after the payment, then whose days were paid stands', async () => {
    const other = [held('altra', 'polizia', '2019-01-01')];
    const paid = await premiumRun(on.db, 'aree', other);
    expect(paid?.entries[0]?.persons).toEqual([
      { person: 'tea', office: 'polizia', from: '2022-01-01', to: '2022-06-30', days: 181, amount: '446.30' },
      { person: 'vico', office: 'polizia', from: '2022-07-01', to: '2022-12-31', days: 184, amount: '453.70' },
    ]);
  });

  it('given an adjustment, then it says by office and by person what is paid more or recovered, to the cent', async () => {
    const run = await premiumRun(on.db, 'meno', []);
    expect(run?.adjusts).toEqual({
      runId: 'aree',
      before: '900.00',
      difference: '-400.00',
      offices: [
        { office: 'polizia', before: '900.00', due: '273.97', difference: '-626.03' },
        { office: 'lavori', before: '0.00', due: '226.03', difference: '226.03' },
      ],
      persons: [
        { office: 'polizia', person: 'tea', before: '446.30', due: '247.94', difference: '-198.36' },
        { office: 'polizia', person: 'vico', before: '453.70', due: '26.03', difference: '-427.67' },
        { office: 'lavori', person: 'u-lavori', before: '0.00', due: '226.03', difference: '226.03' },
      ],
    });
  });

  it('given the list of runs, then an adjustment says it by office there, too', async () => {
    const runs = await premiumRuns(on.db, PLAN);
    expect(runs.find(({ runId }) => runId === 'meno')?.adjusts).toMatchObject({
      difference: '-400.00',
      offices: [{ office: 'polizia' }, { office: 'lavori' }],
    });
    expect(runs.find(({ runId }) => runId === 'aree')?.adjusts).toBeNull();
  });
});
