import type { Deadline } from '../deadline/deadline.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { archive, document, REGISTRY, SECRETARY } from '../testing/example.js';
import { addObjective, addShare, moveDraft, moveWeight, museum, remove, reword } from '../testing/variation.js';
import type { PlanChange } from './changes.js';
import { dayOf, factsOf, foundBy, touchedBy, variedBy } from './varied.js';

/** Two objectives: changes of one leave the other as it was. */
const two: PlanDocument = {
  ...document,
  objectives: [
    { ...museum, indicators: archive.indicators.map((one) => ({ ...one, shareIds: [], text: 'del museo' })) },
    archive,
  ],
};
const bare: PlannedObjective = { ...archive, indicators: [], deadlines: [] };
const nobody: ReadonlySet<string> = new Set();
const apply = (changes: readonly PlanChange[], plan: PlanDocument = two) => variedBy(changes, plan, nobody);
const objectiveAfter = (changes: readonly PlanChange[], plan: PlanDocument = two): PlannedObjective | undefined =>
  apply(changes, plan).objectives.find(({ id }) => id === archive.id);

const shareIds = [REGISTRY];
const common = { id: 'd', shareIds, text: 'entro' };
const fixed: Deadline = { ...common, kind: 'fixed', on: '2022-07-31' };
const horizon: Deadline = { ...common, kind: 'horizon', on: '2022-12-31' };
const asOf: Deadline = { ...common, kind: 'as-of', asOf: '2022-09-30', graceDays: 15 };
const due: Deadline = { ...asOf, dueOn: '2022-10-15' };
const late: Deadline = { ...asOf, asOf: '2022-12-31', dueOn: '2023-01-15' };
const start: Deadline = { ...common, kind: 'start', from: '2022-07-01', until: null };
const opening: Deadline = { ...common, kind: 'start', from: '2022-07-01', until: '2022-08-31' };
const weekly: Deadline = {
  ...common,
  kind: 'recurring',
  every: 'week',
  from: '2022-06-20',
  until: '2022-12-31',
  nilReturn: true,
};
const following: Deadline = { ...common, kind: 'after', dependsOn: 'x' };

describe('what a variation makes of a plan', () => {
  it.each<[string, Deadline | undefined, string | null, object]>([
    ['a day', fixed, '2022-07-31', { ...common, kind: 'fixed', on: '2022-10-31' }],
    ['the last day of the plan', horizon, '2022-12-31', { ...common, kind: 'fixed', on: '2022-10-31' }],
    ['a state as of a day', due, '2022-10-15', { ...asOf, graceDays: 31, dueOn: '2022-10-31' }],
    [
      'a state as of a later day',
      late,
      '2023-01-15',
      { ...asOf, asOf: '2022-10-31', graceDays: 0, dueOn: '2022-10-31' },
    ],
    ['a state that never fell due', asOf, '2022-09-30', { ...asOf, graceDays: 31, dueOn: '2022-10-31' }],
    ['a start', start, '2022-07-01', { ...start, from: '2022-10-31' }],
    ['a window', opening, '2022-08-31', { ...opening, until: '2022-10-31' }],
    ['a series', weekly, '2022-12-31', { ...weekly, until: '2022-10-31' }],
    ['words', following, null, { ...common, kind: 'fixed', on: '2022-10-31' }],
  ])('given %s, when its day is moved, then from the day that it had, and it stays what it was', (_, was, day, is) => {
    const deadlines = was === undefined ? [] : [{ ...fixed, id: 'other' }, was];
    const plan = { ...two, objectives: [museum, { ...archive, deadlines }] };
    expect(dayOf(was)).toBe(day);
    const move: PlanChange = { kind: 'move-deadline', objectiveId: archive.id, deadlineId: 'd', to: '2022-10-31' };
    expect(foundBy([move], plan)).toEqual([day]);
    expect(objectiveAfter([move], plan)?.deadlines).toEqual([{ ...fixed, id: 'other' }, is]);
  });

  it('given changes of every kind, when asked what each found, then the day, the words and the weight', () => {
    expect(foundBy([moveDraft, reword, moveWeight, addShare, remove], two)).toEqual([
      '2022-07-31',
      'Faldoni riordinati (≥ 80 %)',
      '10; 2.5',
      null,
      null,
    ]);
    expect(foundBy([addObjective], two)).toEqual([null]);
    const absent: readonly PlanChange[] = [
      { ...moveDraft, objectiveId: '9.9.9' } as PlanChange,
      { ...reword, objectiveId: '9.9.9' } as PlanChange,
      { ...reword, indicatorId: 'none' } as PlanChange,
      { ...moveWeight, from: 'none' } as PlanChange,
    ];
    expect(absent.map((change) => foundBy([change], two))).toEqual([[null], [null], [null], [null]]);
    expect(dayOf(undefined)).toBeNull();
  });

  it('given other words and another target, then that indicator alone has them', () => {
    expect(objectiveAfter([reword])?.indicators.map(({ text, target }) => [text, target?.value ?? null])).toEqual([
      ['Faldoni riordinati e schedati', '60'],
      ['Manuale adottato', null],
      ['Manuale firmato', null],
    ]);
    expect(apply([reword]).objectives.map(({ id }) => id)).toEqual([archive.id]);
  });

  it('given words that cite acts, then the objective cites them beside those that it cited, each once', () => {
    const before = { kind: 'DGC', number: '19', date: '2022-02-01' };
    const plan = { ...two, objectives: [museum, { ...archive, acts: [before] }] };
    const again = { kind: 'delibera di Giunta', number: 'n. 19', date: '2022-02-01' };
    const cited = { kind: 'DGC', number: '73', date: '2022-06-13' };
    const citing = { ...reword, acts: [again, cited] } as PlanChange;
    expect(objectiveAfter([citing], plan)?.acts).toEqual([before, cited]);
    expect(objectiveAfter([reword], plan)?.acts).toEqual([before]);
  });

  it('given another area that takes part, then it is bound by what is named, under a number that is free', () => {
    const told = objectiveAfter([addShare, addShare]);
    expect(told?.shares.map(({ id, weight }) => [id, weight])).toEqual([
      [REGISTRY, '10'],
      [SECRETARY, '2.5'],
      [`${REGISTRY}-2`, '5'],
      [`${REGISTRY}-3`, '5'],
    ]);
    expect(told?.indicators.map(({ shareIds: ids }) => ids)).toEqual([
      [REGISTRY],
      [REGISTRY, `${REGISTRY}-2`, `${REGISTRY}-3`],
      [SECRETARY],
    ]);
    expect(told?.deadlines.map(({ id, shareIds: ids }) => [id, ids.length])).toEqual([
      ['weekly', 1],
      ['draft', 4],
      ['after', 1],
    ]);
  });

  it('given points that go to another objective, then both weigh otherwise, and all together as before', () => {
    const move: PlanChange = { kind: 'move-weight', from: REGISTRY, to: museum.shares[0]?.id ?? '', points: '2.5' };
    expect(apply([move]).objectives.map(({ shares }) => shares.map(({ weight }) => weight))).toEqual([
      ['10'],
      ['7.5', '2.5'],
    ]);
  });

  it('given points that move twice, then each move finds the weights of both as the one before it leaves them', () => {
    const [giver, taker] = [REGISTRY, museum.shares[0]?.id ?? ''];
    const move = (from: string, to: string, points: string): PlanChange => ({ kind: 'move-weight', from, to, points });
    expect(foundBy([move(giver, taker, '2.5'), move(taker, giver, '1')], two)).toEqual(['10; 7.5', '10; 7.5']);
  });

  it('given an indicator that is worded otherwise, then what it had to reach is found with its words', () => {
    const was = archive.indicators.find(({ id }) => id === 'boxes');
    expect(foundBy([reword], two)).toEqual([`${was?.text ?? ''} (≥ 80 %)`]);
    expect(foundBy([reword, reword], two)[1]).toBe('Faldoni riordinati e schedati (≥ 60 %)');
  });

  it('given an objective that is removed, then its shares are all concerned, and weigh nothing or are borne', () => {
    const neutral = apply([remove]);
    expect(neutral.objectives).toEqual([]);
    expect([...touchedBy(neutral, two)].map(([id, shares]) => [id, shares.map((share) => share.id)])).toEqual([
      [archive.id, [REGISTRY, SECRETARY]],
    ]);
    const alone = { ...two, objectives: [museum, { ...bare, shares: archive.shares.slice(0, 1) }] };
    const borne = apply([{ ...remove, weight: 'redistribute' }], alone);
    expect(borne.objectives.map(({ id, shares }) => [id, shares[0]?.weight])).toEqual([[museum.id, '17.5']]);
  });

  it('given that a share of it was removed before, when the rest is borne, then not that one once more', () => {
    const plan = {
      ...two,
      objectives: [
        museum,
        { ...bare, shares: [...archive.shares.slice(0, 1), { ...archive.shares[0]!, id: 'gone', weight: '20' }] },
      ],
      removedShares: ['gone'],
    };
    const borne = apply([{ ...remove, weight: 'redistribute' }], plan);
    expect(borne.objectives.map(({ shares }) => shares[0]?.weight)).toEqual(['17.5']);
  });

  it.each<[string, readonly PlanChange[], readonly (readonly [string, readonly string[]])[]]>([
    ['a day that two shares have in common', [moveDraft], [[archive.id, [REGISTRY, SECRETARY]]]],
    ['words of one', [reword], [[archive.id, [REGISTRY]]]],
    ['a share that is new', [{ ...addShare, indicatorIds: [], deadlineIds: [] }], [[archive.id, [`${REGISTRY}-2`]]]],
    [
      'an objective that is new',
      [{ kind: 'add-objective', objective: { ...museum, id: '6.1.3' } }],
      [['6.1.3', ['6.1.2-affari-generali']]],
    ],
  ])('given %s, then those shares are concerned, and no others', (_, changes, expected) => {
    const touched = [...touchedBy(apply(changes, document), document)];
    expect(touched.map(([id, shares]) => [id, shares.map((share) => share.id)])).toEqual(expected);
  });

  it.each<[string, boolean, Partial<PlannedObjective>]>([
    ['another title', false, { title: 'Altro' }],
    [
      'words of another',
      true,
      { indicators: archive.indicators.map((one) => (one.id === 'signed' ? { ...one, text: 'x' } : one)) },
    ],
    [
      'a day that no other share has any more',
      true,
      { deadlines: archive.deadlines.map((one) => ({ ...one, shareIds: [REGISTRY] })) },
    ],
    ['a deadline less', false, { deadlines: archive.deadlines.slice(1) }],
    ['an indicator less', false, { indicators: archive.indicators.slice(1) }],
  ])('given %s, when the facts of a share are compared, then the same: %s', (_, same, fields) => {
    expect(factsOf(REGISTRY, { ...archive, ...fields }) === factsOf(REGISTRY, archive)).toBe(same);
  });
});
