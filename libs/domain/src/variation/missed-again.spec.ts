import { alarm, fulfilLate, remove as removeShare, upTo } from '../testing/commands.js';
import { DECIDED, document, giunta, REGISTRY, SECRETARY } from '../testing/example.js';
import {
  addObjective,
  asks,
  AUGUST,
  changed,
  decide,
  heard,
  moveDraft,
  moveWeight,
  museum,
  remove,
  request,
  reword,
  surroundings,
  take,
  told,
  within,
  type Asking,
} from '../testing/variation.js';
import { who } from '../testing/approval.js';
import type { PlannedObjective } from '../plan/document.js';
import type { PlanChange } from './changes.js';
import { missedUnder } from './missed-under.js';

const missed = within(...upTo.acknowledged, alarm(AUGUST));
const again = (fields: Partial<PlannedObjective>): PlanChange => ({
  kind: 'add-objective',
  objective: { ...museum, ...fields },
});
const sameTitle = again({ title: 'Riordino dell’archivio.' });
const sameWords = again({ indicators: museum.indicators.map((one) => ({ ...one, text: 'FALDONI  riordinati' })) });
const away = changed(moveWeight, { points: '9.99' });
/** Which misses are in the way. */
const inTheWay = { objective: '6.1.1', added: '6.1.2', count: 7, dueOn: '2022-07-31' };

describe('what was missed and comes again', () => {
  it.each<[string, Asking]>([
    ['removed, and added with the same title', { changes: [remove, sameTitle], around: missed }],
    ['removed, and added with an indicator of the same words', { changes: [remove, sameWords], around: missed }],
    [
      'added with other signs between the words',
      { changes: [remove, again({ title: "Riordino, dell'archivio;" })], around: missed },
    ],
    ['added first, and removed then', { changes: [sameTitle, remove], around: missed }],
    ['left with little weight, and added', { changes: [sameWords, away], around: missed }],
    ['missed with no alarm yet', { changes: [remove, sameWords], at: AUGUST }],
    ['removed before', { changes: [sameTitle], around: { ...missed, document: { ...document, removed: ['6.1.1'] } } }],
    [
      'removed before by an act of its own',
      {
        changes: [sameTitle],
        around: {
          ...within(
            ...upTo.acknowledged,
            alarm(AUGUST),
            removeShare({ at: AUGUST, by: giunta, act: { ...DECIDED, date: '2022-08-02' } }),
          ),
          document: { ...document, removedShares: [REGISTRY] },
        },
      },
    ],
  ])('given an objective %s, when asked for, then it is refused', (_, asking) => {
    expect(asks(asking)).toMatchObject({
      refusal: 'variation/missed-again',
      facts: { objective: '6.1.1', added: '6.1.2' },
    });
  });

  it('given that it is refused, then it says what was missed', () => {
    expect(asks({ changes: [remove, sameTitle], around: missed })).toEqual({
      refusal: 'variation/missed-again',
      facts: inTheWay,
    });
  });

  it.each<[string, Asking]>([
    ['nothing missed', { changes: [remove, sameTitle] }],
    ['other words', { changes: [remove, addObjective], around: missed }],
    [
      'another area',
      {
        changes: [
          remove,
          again({
            title: 'Riordino dell’archivio',
            shares: [{ ...museum.shares[0]!, areaId: 'segretario', id: '6.1.2-segretario' }],
            indicators: museum.indicators.map((one) => ({ ...one, shareIds: ['6.1.2-segretario'] })),
            deadlines: museum.deadlines.map((one) => ({ ...one, shareIds: ['6.1.2-segretario'] })),
          }),
        ],
        around: missed,
        by: { id: 'u-segretario', office: 'segretario' },
      },
    ],
    ['nothing removed', { changes: [sameTitle], around: missed }],
  ])('given %s, when asked for, then it may be', (_, asking) => {
    expect(asks(asking)).toHaveProperty('events');
  });

  it('given that it was missed after the request, when the Giunta decides, then it is refused, unless its act is of before', () => {
    const asked = [request({ changes: [remove, sameTitle] }), heard[1]!, take('parere-nucleo', who.nucleo)];
    const by = (date: string) =>
      told(...asked).when(decide({ act: { ...DECIDED, date }, at: AUGUST, surroundings: surroundings(missed) }));
    expect(by('2022-08-01')).toMatchObject({ refusal: 'variation/missed-again', facts: inTheWay });
    expect(by('2022-06-20')).toHaveProperty('events');
  });
});

describe('what was missed and came again by an earlier variation', () => {
  const twin = { ...museum, title: 'Riordino dell’archivio', shares: [{ ...museum.shares[0]!, weight: '1' }] };
  const id = twin.shares[0]!.id;
  const there = (cameIn: Record<string, string>, objective: PlannedObjective = twin): Asking['around'] => ({
    ...missed,
    document: { ...document, objectives: [...document.objectives, objective] },
    cameIn,
  });
  const toTwin = changed(moveWeight, { to: id, points: '1' });

  it.each<[string, PlanChange]>([
    ['its points', toTwin],
    ['its place', remove],
  ])('given that it takes %s, when asked for, then it is refused as in one request', (_, change) => {
    expect(asks({ changes: [change], around: there({ [id]: '2022-07-20' }) })).toEqual({
      refusal: 'variation/missed-again',
      facts: inTheWay,
    });
  });

  it.each<[string, Asking['around']]>([
    ['it came in before the first miss', there({ [id]: '2022-06-01' })],
    ['the plan began with it', there({})],
    ['it says something else', there({ [id]: '2022-07-20' }, { ...twin, title: museum.title })],
  ])('given that %s, then points may go to it', (_, around) => {
    expect(asks({ changes: [toTwin], around })).toHaveProperty('events');
  });

  it('given that points go elsewhere, then it may stay', () => {
    expect(asks({ changes: [moveWeight], around: there({ [id]: '2022-07-20' }) })).toHaveProperty('events');
  });
});

describe('deadlines that were missed of what loses weight', () => {
  const of = (changes: readonly PlanChange[], around: Asking['around'] = missed, at = AUGUST) =>
    missedUnder(changes, surroundings(around), at).map(({ shareId, missed: all, weight, left }) => [
      shareId,
      all.length,
      weight,
      left,
    ]);

  it('given points that move away, or a removal, then they are told with what hangs on them before and after', () => {
    expect(of([moveWeight])).toEqual([[REGISTRY, 7, '10', '7.5']]);
    expect(of([remove])).toEqual([
      [REGISTRY, 7, '10', '0'],
      [SECRETARY, 1, '2.5', '0'],
    ]);
    expect(of([changed(moveWeight, { from: SECRETARY, to: REGISTRY, points: '1' })])).toEqual([
      [SECRETARY, 1, '2.5', '1.5'],
    ]);
    const [first] = missedUnder([moveWeight], surroundings(missed), AUGUST);
    expect(first?.missed.at(0)).toEqual({
      deadlineId: 'weekly',
      deadlineText: 'report settimanali',
      dueOn: '2022-06-26',
    });
  });

  it('given what was answered late, then it was missed all the same; given nothing missed, or no weight that moves, then nothing is told', () => {
    const late = within(...upTo.acknowledged, alarm(AUGUST), fulfilLate({ at: AUGUST }));
    expect(of([moveWeight], late)).toEqual([[REGISTRY, 7, '10', '7.5']]);
    expect(of([moveWeight], {}, '2022-06-20T08:00:00.000Z')).toEqual([]);
    expect(of([reword])).toEqual([]);
    expect(of([changed(moveWeight, { points: '99' })])).toEqual([]);
  });

  it('given what comes in beside what has missed something, and says the same, then that is told, though it loses nothing', () => {
    const beside = (changes: readonly PlanChange[], around: Asking['around'] = missed) =>
      missedUnder(changes, surroundings(around), AUGUST).map(({ shareId, missed: all, weight, left, again: added }) => [
        shareId,
        all.length,
        weight,
        left,
        added,
      ]);
    expect(beside([sameTitle])).toEqual([[REGISTRY, 7, '10', '10', '6.1.2']]);
    expect(beside([sameWords])).toEqual([[REGISTRY, 7, '10', '10', '6.1.2']]);
    // what is left to the share of another, and of what is removed, is told by itself
    expect(beside([addObjective])).toEqual([]);
    expect(missedUnder([sameTitle], surroundings({}), '2022-06-20T08:00:00.000Z')).toEqual([]);
    const gone = { ...missed, document: { ...document, removedShares: [REGISTRY] } };
    expect(beside([sameTitle], gone)).toEqual([]);
    const whole = { ...missed, document: { ...document, removed: ['6.1.1'] } };
    expect(beside([sameTitle], whole)).toEqual([]);
    expect(told(request({ changes: [sameTitle], around: missed, at: AUGUST })).state.missed).toMatchObject([
      { shareId: REGISTRY, again: '6.1.2' },
    ]);
  });

  it('given a request, then its event tells them; where there are none, it says nothing of them', () => {
    expect(asks({ changes: [moveWeight], around: missed, at: AUGUST })).toMatchObject({
      events: [{ data: { missed: [{ shareId: REGISTRY, weight: '10', left: '7.5' }] } }, {}],
    });
    expect(told(request({ changes: [moveWeight], around: missed, at: AUGUST })).state.missed).toHaveLength(1);
    expect(told(request({ changes: [moveDraft] })).state.missed).toEqual([]);
    expect(JSON.stringify(asks({}))).not.toContain('"missed"');
  });
});
