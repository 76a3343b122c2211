import fc from 'fast-check';
import { archive, document, REGISTRY, SECRETARY } from '../../testing/example.js';
import type { Deadline } from '../../deadline/deadline.js';
import type { Indicator, PlanDocument, PlannedObjective, PlannedShare } from '../document.js';
import { lintRules, type LintRule } from './finding.js';
import { findingsOn, lintOf, type LintOptions } from './lint.js';

const [registry, secretary] = archive.shares as [PlannedShare, PlannedShare];
const tributi = { id: 'tributi', name: 'Tributi', aliases: [], kind: 'area', ceiling: '60' } as const;
const collector: PlannedShare = { ...registry, id: '6.1.1-tributi', areaId: 'tributi', weight: '20' };

/** What is measured on one share, in these words. */
const measured = (text: string, shareIds = [REGISTRY]): Indicator => ({
  id: 'i1',
  shareIds,
  text,
  target: null,
  source: { line: 10 },
});
const due = (on: string, shareIds = [REGISTRY]): Deadline => ({ id: 'd1', shareIds, text: 'entro', kind: 'fixed', on });
const after = (dependsOn: string, shareIds: string[]): Deadline => ({
  id: 'd2',
  shareIds,
  text: 'a seguito',
  kind: 'after',
  dependsOn,
});

/** One share of 10 points with the Protocollo, and what the test says of it. */
function planOf(objective: Partial<PlannedObjective>, fields: Partial<PlanDocument> = {}): PlanDocument {
  const one = { ...archive, shares: [registry], indicators: [], deadlines: [], ...objective };
  return { ...document, areas: [...document.areas, tributi], objectives: [one], ...fields };
}
const found = (rule: LintRule, plan: PlanDocument, options?: LintOptions) =>
  lintOf(plan, options).findings.filter((finding) => finding.rule === rule);
const approvedOn = (date: string) => ({ act: { kind: 'DGC', number: '95', date } });

describe('the lint of a plan', () => {
  it.each([
    'Gestione delle pratiche',
    'Presenze alle riunioni',
    'Determinazione dei valori delle aree',
    'Attivazione e gestione dell’iter',
  ])('given only «%s», then nothing can be measured', (text) => {
    expect(found('lint/no-target', planOf({ indicators: [measured(text)] }))).toMatchObject([
      { id: `lint/no-target:${REGISTRY}`, severity: 'warning', figures: { points: '10', of: '10' } },
    ]);
  });

  it.each<[string, Partial<PlannedObjective>]>([
    ['a document', { indicators: [measured('Relazione alla Giunta')] }],
    ['a day of its own', { indicators: [measured('Gestione')], deadlines: [due('2022-07-29')] }],
    ['a figure', { indicators: [{ ...measured('Gestione'), target: { comparison: 'at-least', value: '80', unit: '%' } }] }],
    ['a term from an event', { deadlines: [{ id: 'd', shareIds: [REGISTRY], text: '', kind: 'relative', to: 'verbale', within: '30 giorni' }] }],
  ])('given %s, then the goal can be measured', (_, objective) => {
    expect(found('lint/no-target', planOf(objective))).toEqual([]);
  }); // prettier-ignore

  it('given a start on the first day of the year, then that is no day of its own', () => {
    const whole: Deadline = {
      id: 'd1',
      shareIds: [REGISTRY],
      text: '',
      kind: 'start',
      from: '2022-01-01',
      until: null,
    };
    const plan = planOf({ indicators: [measured('Gestione')], deadlines: [whole] });
    expect(found('lint/no-target', plan)).toHaveLength(1);
    expect(found('lint/closed-day', plan)).toEqual([]);
  });

  it('given indicators in another act, then that is said once, not also that there is no target', () => {
    const plan = planOf({ indicators: [measured('Progetto ospiti (per gli indicatori rinvio a DGC 19/24.01.2022)')] });
    expect(found('lint/defined-elsewhere', plan)).toMatchObject([{ shareIds: [REGISTRY], figures: { points: '10' } }]);
    expect(found('lint/no-target', plan)).toEqual([]);
  });

  it.each(['Indicatori nella DGC 54/14.03.22, fondi da art. 208', 'Si rinvia alla delibera n. 54 del 14/3/2022'])(
    'given «%s» where the weight should stand, then the goal is defined elsewhere',
    (funding) => {
      const plan = planOf({ shares: [{ ...registry, weight: null, funding }], indicators: [measured('Progetto')] });
      expect(found('lint/defined-elsewhere', plan)).toMatchObject([{ figures: { points: null, of: '0' } }]);
    },
  );

  it('given an act that is only cited, then the goal is not defined elsewhere', () => {
    const plan = planOf({ indicators: [measured('Carta dei servizi secondo il regolamento DCC 12/2021')] });
    expect(found('lint/defined-elsewhere', plan)).toEqual([]);
  });

  it('given an improvement, then it needs a value to start from', () => {
    const plan = (text: string) => planOf({ indicators: [measured(text)] });
    expect(found('lint/no-baseline', plan('Riduzione dei consumi del 5 %'))).toHaveLength(1);
    expect(found('lint/no-baseline', plan('Riduzione dei consumi del 5 % rispetto al 2021'))).toEqual([]);
    expect(found('lint/no-baseline', plan('Tempi da 40 a 30 giorni: miglioramento'))).toEqual([]);
  });

  it.each([
    ['2022-07-30', 'warning', 'sabato'],
    ['2022-07-31', 'warning', 'domenica'],
    ['2022-08-15', 'warning', 'festivo'],
    ['2022-11-11', 'warning', 'festivo'],
    ['2022-12-31', 'info', 'sabato'],
  ])('given a deadline on %s, then it is a %s that says %s', (on, severity, word) => {
    const [finding, ...others] = found('lint/closed-day', planOf({ deadlines: [due(on)] }), { patronDay: '11-11' });
    expect(finding).toMatchObject({ severity, figures: { points: '10' } });
    expect(finding?.says.it).toContain(word);
    expect(others).toEqual([]);
  });

  it('given a working day, or a report at the end of every week, then no day is closed', () => {
    const weekly = archive.deadlines.filter(({ kind }) => kind === 'recurring');
    expect(found('lint/closed-day', planOf({ deadlines: [due('2022-07-29'), ...weekly] }))).toEqual([]);
  });

  it('given points that wait for another area without an interim date, then the chain is told with them', () => {
    const chain = { shares: [registry, collector], deadlines: [after(REGISTRY, [collector.id])] };
    expect(found('lint/cross-area-chain', planOf(chain))).toMatchObject([
      { areaId: 'tributi', shareIds: [collector.id], figures: { points: '20', of: '20' } },
    ]);
    const dated = { ...chain, deadlines: [...chain.deadlines, due('2022-09-30')] };
    expect(found('lint/cross-area-chain', planOf(dated))).toEqual([]);
    const atTheEnd = { ...chain, deadlines: [...chain.deadlines, due('2022-12-31')] };
    expect(found('lint/cross-area-chain', planOf(atTheEnd))).toHaveLength(1);
  });

  it('given a share that waits for its own area, then there is no chain between areas', () => {
    const twice = { ...registry, id: '6.1.1-affari-generali-2' };
    const plan = planOf({ shares: [registry, twice], deadlines: [after(REGISTRY, [twice.id])] });
    expect(found('lint/cross-area-chain', plan)).toEqual([]);
  });

  it('given more than half of an area’s points on one indicator, then they hang on a single thing', () => {
    const other = (weight: string) => ({ ...registry, id: 'other', weight });
    const two = (weight: string) => ({
      shares: [registry, other(weight)],
      indicators: [measured('Report'), { ...measured('Registro', ['other']), id: 'i2' }],
    });
    expect(found('lint/one-indicator', planOf(two('9.99')))).toMatchObject([
      { figures: { points: '10', of: '19.99' } },
    ]);
    expect(found('lint/one-indicator', planOf(two('10')))).toEqual([]);
  });

  it.each([
    [2016, []],
    [2022, ['ptpct']],
    [2023, ['ptpct', 'payment-times']],
    [2024, ['ptpct', 'payment-times', 'training', 'accessibility']],
    [2025, ['ptpct', 'payment-times', 'training', 'accessibility']],
  ])('given a plan of %i that speaks of nothing, then it lacks %j', (year, ids) => {
    expect(found('lint/compulsory-goal', planOf({}, { year })).map(({ id }) => id)).toEqual(
      ids.map((id) => `lint/compulsory-goal:${id}`),
    );
  });

  it('given a plan of 2025 that speaks of all of them, then none is missing', () => {
    const words = 'Misure del PTPCT; tempi di pagamento; formazione; accessibilità';
    expect(found('lint/compulsory-goal', planOf({ indicators: [measured(words)] }, { year: 2025 }))).toEqual([]);
  });

  it('given payment times with less than 30 % of the area’s points, then that is told', () => {
    const pays = measured('Tempi medi di pagamento entro 30 giorni');
    const rest = { ...registry, id: 'rest', weight: '23.34' };
    const plan = planOf({ shares: [registry, rest], indicators: [pays] }, { year: 2023 });
    expect(found('lint/compulsory-goal', plan).map(({ id, figures }) => [id, figures])).toContainEqual([
      'lint/compulsory-goal:payment-times/affari-generali',
      { points: '10', of: '33.34' },
    ]);
  });

  it('given days before the act, then the goal begins before it is set; the day of the act is early enough', () => {
    const plan = (date: string) => planOf({ deadlines: [due('2022-05-31')] }, approvedOn(date));
    expect(found('lint/retroactive-start', plan('2022-06-01'))).toMatchObject([{ figures: { points: '10' } }]);
    expect(found('lint/retroactive-start', plan('2022-05-31'))).toEqual([]);
  });

  it('given no act yet, then the day on which it would be approved counts, and none if that is not known', () => {
    const plan = planOf({ deadlines: [due('2022-05-31')] });
    expect(found('lint/retroactive-start', plan, { today: '2022-06-01' })).toHaveLength(1);
    expect(found('lint/retroactive-start', plan)).toEqual([]);
    expect(found('lint/late-plan', plan)).toEqual([]);
  });

  it('given an act of May, then the plan is 105 days late; one of 31 January is in time', () => {
    expect(found('lint/late-plan', planOf({}, approvedOn('2022-05-16')))[0]?.says.it).toContain('105 giorni');
    expect(found('lint/late-plan', planOf({}, approvedOn('2022-01-31')))).toEqual([]);
  });

  it('given weights at the ceiling or below it, then each area is told how it stands', () => {
    const areas = document.areas.map((area) => ({ ...area, ceiling: area.kind === 'area' ? '10' : null }));
    const [at, ...others] = found('lint/ceiling', planOf({}, { areas }));
    expect(at).toMatchObject({ severity: 'info', areaId: 'affari-generali', figures: { points: '10', of: '10' } });
    expect(others).toEqual([]);
    expect(found('lint/ceiling', planOf({}))[0]?.says.it).toContain('restano 50 punti');
  });

  it.each([
    'Assenza di rilievi da parte del RPCT',
    'Monitoraggio e report alla Giunta al 30/09/2022 e al 30/11/2022 su stato di attuazione degli obiettivi',
  ])('given the Segretario scored on «%s», then he verifies himself; an area does not', (text) => {
    const both = { shares: [registry, secretary], indicators: [measured(text, [REGISTRY, SECRETARY])] };
    expect(found('lint/own-findings', planOf(both))).toMatchObject([
      { shareIds: [SECRETARY], figures: { points: '2.5', of: '2.5' } },
    ]);
  });

  it('given findings, then each has a place, both languages, a source, and an id of its own', () => {
    const { findings, totals, points } = lintOf({ ...document, ...approvedOn('2022-08-20') });
    expect(points).toBe('12.5');
    expect(findings.length).toBeGreaterThan(3);
    for (const { rule, says, basis } of findings) {
      expect(lintRules).toContain(rule);
      expect([says.it, says.en, basis].map((text) => text.trim().length > 10)).toEqual([true, true, true]);
    }
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(findings.length);
  });

  it('given findings on an objective, then those on the whole plan are left out', () => {
    const lint = lintOf({ ...document, ...approvedOn('2022-05-16') });
    expect(findingsOn(lint, '6.1.1').map(({ rule }) => rule)).not.toContain('lint/late-plan');
    expect(findingsOn(lint, '9.9.9')).toEqual([]);
  });

  it('given any words, then it ends, says the same again, and counts no point twice', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('rinvio a DGC 19', 'riduzione', 'rilievi del RPCT', 'formazione'),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), fc.integer({ min: 2016, max: 2030 }), (texts, year) => {
        const indicators = texts.map((text, index) => ({ ...measured(text, [REGISTRY]), id: `i${index}` }));
        const plan = planOf({ indicators }, { year });
        const lint = lintOf(plan);
        expect(lintOf(plan)).toEqual(lint);
        for (const { points } of lint.totals) expect(Number(points ?? 0)).toBeLessThanOrEqual(Number(lint.points));
      }),
    );
  });
});
