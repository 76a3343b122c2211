import fc from 'fast-check';
import { addDays } from '../calendar/civil.js';
import type { PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import { acknowledge, alarm, assign, define, suspend } from '../testing/commands.js';
import { archive, REGISTRY } from '../testing/example.js';
import { requireMovable } from '../variation/movable.js';
import type { LocalDate } from '../values.js';
import type { ObjectiveCommand } from './messages.js';
import { objective } from './objective.js';
import type { ObjectiveState } from './state.js';

/** What an act decides: that work rests, or that the draft falls due on another day. */
type Fact = { readonly act: LocalDate } & (
  | { readonly kind: 'rest'; readonly from: LocalDate; readonly until: LocalDate }
  | { readonly kind: 'move'; readonly to: LocalDate }
);

const LATE = '2022-12-10';
const noon = (day: LocalDate) => `${day}T10:00:00.000Z`;
const dated = (date: LocalDate) => ({ kind: 'DGC', number: '61', date });
const begun = [define(), assign(), acknowledge()].reduce(done, objective.initial);

const rest = (from: LocalDate, until: LocalDate, act = from): Fact => ({ kind: 'rest', from, until, act });
const move = (to: LocalDate, act: LocalDate): Fact => ({ kind: 'move', to, act });

/** It can be recorded from then on: a rest of a coming day not before it. */
const soonest = (fact: Fact): LocalDate => (fact.kind === 'rest' && fact.from > fact.act ? fact.from : fact.act);

function done(state: ObjectiveState, command: ObjectiveCommand): ObjectiveState {
  return objective.decide(command, state).reduce((before, event) => objective.evolve(before, event), state);
}

/** @throws Refused where it cannot be told then */
function told(state: ObjectiveState, fact: Fact, on: LocalDate): ObjectiveState {
  const act = dated(fact.act);
  if (fact.kind === 'rest') return done(state, suspend({ from: fact.from, until: fact.until, act, at: noon(on) }));
  const planned = state.objective ?? archive;
  const change = { kind: 'move-deadline', objectiveId: planned.id, deadlineId: 'draft', to: fact.to } as const;
  requireMovable(
    change,
    { document: { objectives: [planned] }, objectives: { [planned.id]: state } },
    noon(on),
    fact.act,
  );
  const deadlines: PlannedObjective['deadlines'] = planned.deadlines.map((one) =>
    one.id === 'draft' ? { ...one, kind: 'fixed', on: fact.to } : one,
  );
  const by = { id: 'system', office: 'system' };
  return done(state, {
    type: 'objective.vary',
    variationId: '2022-1',
    objective: { ...planned, deadlines },
    act,
    by,
    at: noon(on),
  });
}

/** What falls due when, and what became of it, once all is over; null: somewhere on the way it is refused. */
function dueOf(facts: readonly { readonly fact: Fact; readonly on: LocalDate }[], rung: readonly LocalDate[] = []) {
  const all = [
    ...facts.map(({ fact, on }) => ({ on, next: (state: ObjectiveState) => told(state, fact, on) })),
    ...rung.map((on) => ({ on, next: (state: ObjectiveState) => done(state, alarm(noon(on))) })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  try {
    const state = all.reduce((before, { next }) => next(before), begun);
    const { shares } = done(state, alarm(noon('2024-01-01')));
    const share = shares.find(({ shareId }) => shareId === REGISTRY);
    return share?.deadlines.map(({ deadlineId, instance, dueOn, status }) => [deadlineId, instance, dueOn, status]);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

const atOnce = (facts: readonly Fact[]) =>
  dueOf(
    facts
      .map((fact) => ({ fact, on: soonest(fact) }))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.fact.kind < b.fact.kind ? 1 : -1)),
  );
const inThisOrder = (facts: readonly Fact[], on: LocalDate = LATE) => dueOf(facts.map((fact) => ({ fact, on })));
const draftOf = (due: ReturnType<typeof dueOf>) => due?.find(([deadlineId]) => deadlineId === 'draft')?.[2];

describe('rests and acts, in whatever order they are recorded', () => {
  it.each([
    [
      'a rest that is over before the act',
      [rest('2022-07-05', '2022-07-20'), move('2022-10-20', '2022-07-25')],
      '2022-10-20',
    ],
    ['an act of within the rest', [rest('2022-07-05', '2022-07-20'), move('2022-09-15', '2022-07-10')], '2022-09-26'],
    ['an act of before the rest', [rest('2022-07-05', '2022-07-20'), move('2022-09-15', '2022-07-01')], '2022-10-01'],
    ['two rests', [rest('2022-07-05', '2022-07-20'), rest('2022-07-24', '2022-08-10')], '2022-09-03'],
    [
      'two rests, of which the second moves it only because of the first',
      [rest('2022-07-20', '2022-07-29'), rest('2022-08-02', '2022-08-05')],
      '2022-08-14',
    ],
  ] as const)(
    'given %s, then days of rest since the act that fixed the day count, whichever is told first',
    (_, facts, day) => {
      expect(draftOf(atOnce(facts))).toBe(day);
      expect(draftOf(inThisOrder(facts))).toBe(day);
      expect(draftOf(inThisOrder(facts.toReversed()))).toBe(day);
    },
  );

  it('given a rest that is decided after its first day, then what was over by then stays missed, whatever is told later', () => {
    const facts = [rest('2022-07-20', '2022-08-08', '2022-08-03'), rest('2022-07-01', '2022-07-02')];
    expect(draftOf(atOnce(facts))).toBe('2022-08-02');
    expect(draftOf(inThisOrder(facts))).toBe('2022-08-02');
    // without the first rest it was over on the day of the act, with it not
    const longer = [rest('2022-07-20', '2022-08-08', '2022-08-03'), rest('2022-07-01', '2022-07-03')];
    expect(draftOf(atOnce(longer))).toBe('2022-08-23');
    expect(draftOf(inThisOrder(longer))).toBe('2022-08-23');
  });

  it('given a log that moved a day by a whole rest, then it stands as it was told, and another rest moves it by its own days', () => {
    const later = told(
      told(begun, rest('2022-07-05', '2022-07-20'), '2022-07-05'),
      move('2022-09-15', '2022-07-10'),
      '2022-07-10',
    );
    const resumed = {
      type: 'objective.resumed.v1',
      data: { shareId: REGISTRY, on: '2022-07-21', days: 16, reason: '', act: null },
    } as const;
    const old = objective.evolve(later, resumed);
    const day = (state: ObjectiveState) =>
      state.shares[0]?.deadlines.find(({ deadlineId }) => deadlineId === 'draft')?.dueOn;
    expect(day(old)).toBe('2022-10-01');
    const again = told(old, rest('2022-09-29', '2022-09-30'), '2022-09-29');
    expect(day(done(again, alarm(noon('2022-10-01'))))).toBe('2022-10-03');
    // whichever is recorded afterwards, of before the act too
    const before = told(old, rest('2022-06-25', '2022-06-28'), '2022-08-01');
    expect(day(done(before, alarm(noon('2022-08-01'))))).toBe('2022-10-01');
  });

  it('given any rests and acts that move a day, in any order in which they may be recorded, then the same falls due on the same days', () => {
    const day = fc.integer({ min: 0, max: 110 }).map((days) => addDays('2022-06-21', days));
    const resting = fc
      .record({ from: day, days: fc.nat(25), delay: fc.constantFrom(0, 0, -4, 5, 12) })
      .map(({ from, days, delay }) => rest(from, addDays(from, days), addDays(from, delay)))
      .filter(({ act }) => act >= '2022-06-21');
    const moving = fc.record({ act: day, days: fc.nat(60) }).map(({ act, days }) => move(addDays(act, days), act));
    const facts = fc.record({
      rests: fc.uniqueArray(resting, { maxLength: 3, comparator: (a, b) => overlap(a, b) }),
      moves: fc.uniqueArray(moving, { maxLength: 2, selector: ({ act }) => act }),
    });
    const orders = fc.array(fc.nat(100), { minLength: 5, maxLength: 5 });
    let tried = 0;
    fc.assert(
      fc.property(facts, orders, orders, fc.array(day, { maxLength: 4 }), ({ rests, moves }, ranks, delays, rung) => {
        const all = [...rests, ...moves];
        const expected = atOnce(all);
        fc.pre(all.length > 1 && expected !== null);
        // acts that vary the same day are told in their order: another is refused
        const acts = moves.toSorted((a, b) => (a.act < b.act ? -1 : 1));
        const shuffled = all
          .map((fact, index) => ({ fact, rank: ranks[index] ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ fact }) => (fact.kind === 'move' ? (acts.shift() ?? fact) : fact));
        let on = '2022-06-21';
        const recorded = shuffled.map((fact, index) => {
          const earliest = soonest(fact) > on ? soonest(fact) : on;
          on = addDays(earliest, (delays[index] ?? 0) % 40);
          return { fact, on };
        });
        const found = dueOf(recorded, rung);
        fc.pre(found !== null);
        tried += 1;
        expect(found).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(20);
  });
});

function overlap(a: Fact, b: Fact): boolean {
  return a.kind === 'rest' && b.kind === 'rest' && a.from <= b.until && b.from <= a.until;
}
