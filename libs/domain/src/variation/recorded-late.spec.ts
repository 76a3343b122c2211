import { addDays } from '../calendar/civil.js';
import { who } from '../testing/approval.js';
import { alarm, fulfilLate, report, upTo } from '../testing/commands.js';
import { DECIDED, MORNING } from '../testing/example.js';
import { given, eventsOf } from '../testing.js';
import { ACT, document, staff } from '../testing/example.js';
import { plan } from '../plan/plan.js';
import type { LocalDate } from '../values.js';
import type { ObjectiveCommand } from '../objective/messages.js';
import {
  addShare,
  AUGUST,
  chain,
  changed,
  decide,
  moveDraft,
  museum,
  request,
  stateAfter,
  surroundings,
  take,
  told,
  within,
} from '../testing/variation.js';

const dated = (date: LocalDate | null) => ({ ...DECIDED, date });
const missed: readonly ObjectiveCommand[] = [...upTo.acknowledged, alarm(AUGUST)];

/** Asked for, heard and decided after the deadline of 31 July was missed, each told with its day of before. */
const asked = (on: LocalDate | undefined, to = '2022-10-31') => ({
  ...request({ changes: [changed(moveDraft, { to })], around: within(...missed), at: AUGUST }),
  ...(on !== undefined && { on }),
});
const late = { surroundings: surroundings(within(...missed)), at: AUGUST };
const heardLate = (to?: string) => [
  asked('2022-07-18', to),
  take('parere-segretario', who.vice, { ...late, on: '2022-07-19' }),
  take('parere-nucleo', who.nucleo, { ...late, on: '2022-07-19' }),
];
const decidedBy = (date: LocalDate | null, to?: string) =>
  told(...heardLate(to)).when(decide({ ...late, act: dated(date) }));

describe('a variation that was decided before a deadline was over, and is recorded after it', () => {
  it('given an act of the last day, when each step is told with its own day, then it is approved', () => {
    expect(decidedBy('2022-07-31')).toHaveProperty('events');
    expect(decidedBy('2022-07-20')).toHaveProperty('events');
  });

  it('given an act of the day after, or one without a day that counts, then it is refused as ever', () => {
    expect(decidedBy('2022-08-01')).toMatchObject({ refusal: 'variation/deadline-missed' });
    // the day that is told of a vote is none, where the chain asks for no act
    const free = { ...chain, steps: chain.steps.map((one) => ({ ...one, act: null })) };
    const voted = decide({ ...late, act: null, on: '2022-07-20' });
    expect(told({ ...asked('2022-07-18'), chain: free }, ...heardLate().slice(1)).when(voted)).toMatchObject({
      refusal: 'variation/deadline-missed',
    });
  });

  it('given a request, then it is let in where the day that is told of it is in time, too', () => {
    expect(told().when(asked('2022-07-31'))).toHaveProperty('events');
    expect(told().when(asked('2022-08-01'))).toMatchObject({ refusal: 'variation/deadline-missed' });
    expect(told().when(asked(undefined))).toMatchObject({ refusal: 'variation/deadline-missed' });
  });

  it('given a new day that is over by now, then it counts from the day of the act', () => {
    expect(decidedBy('2022-07-20', '2022-08-02')).toHaveProperty('events');
    expect(decidedBy('2022-07-20', '2022-07-20')).toHaveProperty('events');
    expect(decidedBy('2022-07-20', '2022-07-19')).toMatchObject({ refusal: 'variation/day-passed' });
    expect(told().when(asked('2022-07-18', '2022-07-17'))).toMatchObject({ refusal: 'variation/day-passed' });
  });

  it('given a deadline that nobody has missed, then its new day is to come by the day of the act, too', () => {
    const at = '2022-07-30T08:00:00.000Z';
    const open = { surroundings: surroundings(), at };
    const heard = [
      request({ changes: [changed(moveDraft, { to: '2022-07-29' })] }),
      take('parere-segretario', who.vice),
      take('parere-nucleo', who.nucleo),
    ];
    expect(told(...heard).when(decide({ ...open, act: dated('2022-07-29') }))).toHaveProperty('events');
    expect(told(...heard).when(decide({ ...open, act: dated('2022-07-30') }))).toEqual({
      refusal: 'variation/day-passed',
      facts: { value: '2022-07-29', actedOn: '2022-07-30' },
    });
  });

  it('given an objective or a share that was added in time, when that is recorded after its day, then it is taken by the day that is told and by that of the act', () => {
    const NEXT = '2023-01-25T08:00:00.000Z';
    const deadlines = [
      { id: 'd', shareIds: museum.shares.map(({ id }) => id), text: '', kind: 'fixed' as const, on: '2022-12-31' },
    ];
    const objective = { ...museum, deadlines };
    const next = { surroundings: surroundings(), at: NEXT };
    for (const [change, last] of [
      [{ kind: 'add-objective', objective }, '2022-12-15'],
      [addShare, '2022-07-31'],
    ] as const) {
      const asks = (on?: LocalDate) => ({
        ...request({ changes: [change], at: NEXT }),
        ...(on !== undefined && { on }),
      });
      expect(told().when(asks())).toMatchObject({ refusal: 'variation/after-cut-off' });
      const heard = [
        asks('2022-07-01'),
        take('parere-segretario', who.segretario, { ...next, on: '2022-07-02' }),
        take('parere-nucleo', who.nucleo, { ...next, on: '2022-07-02' }),
      ];
      const decidedOn = (date: LocalDate) => told(...heard).when(decide({ ...next, act: dated(date) }));
      expect(decidedOn(last)).toHaveProperty('events');
      expect(decidedOn(addDays(last, 1))).toHaveProperty('refusal');
    }
    expect(told().when({ ...request({ changes: [addShare], at: NEXT }), on: '2022-08-01' })).toEqual({
      refusal: 'variation/day-passed',
      facts: { value: '2022-07-31', actedOn: '2022-08-01' },
    });
  });

  it('given what was done late since, then it is let in; what was answered in time has nothing to move', () => {
    const around = (...commands: readonly ObjectiveCommand[]) => ({
      ...late,
      surroundings: surroundings(within(...commands)),
      act: dated('2022-07-20'),
    });
    const decidedAfter = (...commands: readonly ObjectiveCommand[]) =>
      told(...heardLate()).when(decide(around(...commands)));
    expect(decidedAfter(...missed, fulfilLate({ at: AUGUST }))).toHaveProperty('events');
    const answered = report({ fulfils: { deadlineId: 'draft', instance: '2022-07-31' } });
    expect(decidedAfter(...upTo.acknowledged, answered)).toMatchObject({ refusal: 'variation/deadline-answered' });
  });

  describe('of a series that an act ended earlier', () => {
    const ended = (to: LocalDate) => [{ ...moveDraft, deadlineId: 'weekly', to }];
    const asks = (to: LocalDate) => ({ ...asked('2022-07-12'), changes: ended(to) });
    const opinions = [
      take('parere-segretario', who.segretario, { ...late, on: '2022-07-19' }),
      take('parere-nucleo', who.nucleo, { ...late, on: '2022-07-19' }),
    ];
    const endedBy = (date: LocalDate, to: LocalDate, commands = missed) =>
      told(asks(to), ...opinions).when(
        decide({ ...late, surroundings: surroundings(within(...commands)), act: dated(date) }),
      );

    it('given that what fell due after its new end was marked missed meanwhile, then it is approved, from the day of the act on', () => {
      expect(endedBy('2022-07-19', '2022-07-24')).toHaveProperty('events');
      expect(endedBy('2022-07-19', '2022-07-19')).toHaveProperty('events');
      expect(endedBy('2022-07-19', '2022-07-18')).toMatchObject({ refusal: 'variation/day-passed' });
      // a request of a later day than the end that it asks for
      expect(told().when({ ...asked('2022-07-25'), changes: ended('2022-07-24') })).toMatchObject({
        refusal: 'variation/day-passed',
      });
    });

    it('given that all of it was answered in time, then it is approved too: what was answered stays so', () => {
      const reports = ['2022-06-26', '2022-07-03', '2022-07-10', '2022-07-17', '2022-07-24', '2022-07-31'].map(
        (instance, n) =>
          report({ progressId: `p-${n}`, fulfils: { deadlineId: 'weekly', instance }, occurredOn: '2022-06-20' }),
      );
      expect(endedBy('2022-07-19', '2022-07-24', [...upTo.acknowledged, ...reports])).toHaveProperty('events');
    });

    it('given a vote without an act, then its new end is to come', () => {
      const free = { ...chain, steps: chain.steps.map((one) => ({ ...one, act: null })) };
      const voted = decide({ ...late, act: null, on: '2022-07-20' });
      expect(told({ ...asks('2022-07-24'), chain: free }, ...opinions).when(voted)).toMatchObject({
        refusal: 'variation/day-passed',
      });
    });
  });

  it('given the decision, when the plan takes it, then by the day of the act, too', () => {
    const issued = { by: staff, at: MORNING };
    const inForce = given(plan)(
      ...eventsOf(
        plan,
        { type: 'plan.draft', planId: '2022', document, ...issued },
        { type: 'plan.approve', act: ACT, ...issued },
        { type: 'plan.enter-into-force', from: '2022-01-01', ...issued },
      ),
    );
    const vary = (date: LocalDate | null) => ({
      type: 'plan.vary' as const,
      variationId: '2022-1',
      changes: [changed(moveDraft, { to: '2022-08-02' })],
      act: dated(date),
      objectives: { '6.1.1': stateAfter(...missed) },
      by: staff,
      at: AUGUST,
    });
    expect(inForce.when(vary('2022-07-31'))).toMatchObject({ events: [{ type: 'plan.varied.v1' }] });
    expect(inForce.when(vary('2022-08-01'))).toMatchObject({ refusal: 'variation/deadline-missed' });
    expect(inForce.when({ ...vary('2022-07-31'), changes: [changed(moveDraft, { to: '2022-07-30' })] })).toMatchObject({
      refusal: 'variation/day-passed',
    });
    expect(inForce.when({ ...vary(null), changes: [moveDraft] })).toMatchObject({
      refusal: 'variation/deadline-missed',
    });
  });
});
