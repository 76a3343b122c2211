import fc from 'fast-check';
import { addDays } from '../calendar/civil.js';
import { acknowledge, alarm, assign, define, resume, suspend } from '../testing/commands.js';
import { ACT, REGISTRY } from '../testing/example.js';
import type { ObjectiveCommand } from './messages.js';
import { objective } from './objective.js';
import type { ObjectiveState } from './state.js';

const begun = [define(), assign(), acknowledge()];
const noon = (day: string) => `${day}T10:00:00.000Z`;
const dueOf = (state: ObjectiveState) => state.shares.find(({ shareId }) => shareId === REGISTRY)?.deadlines ?? [];
const original = dueOf(run(begun).state);

describe('deadlines and rests', () => {
  it('for any rest and any alarms, what fell due before it is missed on its day; all else as many days later, never during it, each once', () => {
    const rest = fc.record({
      from: fc.integer({ min: 0, max: 150 }).map((days) => addDays('2022-06-21', days)),
      meant: fc.integer({ min: 0, max: 90 }),
      /** Null: it ends by itself. */
      resumedAfter: fc.option(fc.integer({ min: 0, max: 90 })),
    });
    const rings = fc.array(fc.integer({ min: 0, max: 450 }), { maxLength: 12 });
    fc.assert(
      fc.property(rest, rings, ({ from, meant, resumedAfter }, alarms) => {
        const until = addDays(from, meant);
        const early = resumedAfter !== null && resumedAfter <= meant;
        const worksAgain = early ? addDays(from, resumedAfter) : addDays(until, 1);
        const days = early ? resumedAfter : meant + 1;
        const moves: (readonly [string, ObjectiveCommand])[] = [
          [from, suspend({ act: ACT, from, until, at: noon(from) })],
          ...(early ? [[worksAgain, resume({ at: noon(worksAgain) })] as const] : []),
        ];
        const rung = alarms.map((after) => addDays('2022-06-21', after));
        const all = [
          ...rung.map((day) => [day, alarm(noon(day))] as const),
          ...moves,
          ['2024-01-01', alarm(noon('2024-01-01'))] as const,
        ]
          // of one day the moves come first, as they were told
          .toSorted(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : rank(one) - rank(other)));
        const { missed } = run([...begun, ...all.map(([, command]) => command)]);
        for (const { deadlineId, instance, dueOn } of original) {
          const due = dueOn < from ? dueOn : addDays(dueOn, days);
          const found = missed.filter((one) => one.deadlineId === deadlineId && one.instance === instance);
          expect(found).toHaveLength(1);
          expect(found[0]?.dueOn).toBe(due);
          const on = found[0]?.on ?? '';
          expect(on > due).toBe(true);
          expect(dueOn >= from && on > from && on < worksAgain).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('for any rest by an act and any alarms, when it is recorded whenever later, then all stands as if it had been recorded at once', () => {
    const day = fc.integer({ min: 0, max: 150 });
    fc.assert(
      fc.property(day, day, fc.nat(120), fc.array(day, { maxLength: 6 }), (first, length, delay, rung) => {
        const from = addDays('2022-06-21', first);
        const until = addDays(from, length);
        const recorded = addDays(from, delay);
        const rest = { act: { ...ACT, date: from }, from, until };
        const told = (on: string) => {
          const alarms = rung
            .map((after) => addDays('2022-06-21', after))
            .map((one) => [one, alarm(noon(one))] as const);
          const all = [...alarms, [on, suspend({ ...rest, at: noon(on) })] as const]
            .toSorted(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : rank(one) - rank(other)))
            .map(([, command]) => command);
          return dueOf(run([...begun, ...all, alarm(noon('2024-01-01'))]).state);
        };
        expect(told(recorded)).toEqual(told(from));
      }),
      { numRuns: 100 },
    );
  });

  it('given rests one after the other, then what comes after both moves by both', () => {
    const { state } = run([
      ...begun,
      suspend({ act: ACT, from: '2022-07-01', until: '2022-07-10', at: noon('2022-07-01') }),
      suspend({ act: ACT, from: '2022-07-20', until: '2022-07-24', at: noon('2022-07-20') }),
      alarm(noon('2022-07-26')),
    ]);
    const draft = (all: ReturnType<typeof dueOf>) => all.find(({ deadlineId }) => deadlineId === 'draft');
    expect(draft(original)?.dueOn).toBe('2022-07-31');
    expect(draft(dueOf(state))?.dueOn).toBe(addDays('2022-07-31', 10 + 5));
  });
});

function rank({ type }: ObjectiveCommand): number {
  return type === 'objective.mark-missed-deadlines' ? 1 : 0;
}

/** What the share's deadlines came to, and on which day each was marked missed. */
function run(commands: readonly ObjectiveCommand[]) {
  let state = objective.initial;
  const missed: { deadlineId: string; instance: string; dueOn: string; on: string }[] = [];
  for (const command of commands) {
    for (const event of objective.decide(command, state)) {
      state = objective.evolve(state, event);
      if (event.type === 'objective.deadline-missed.v1' && event.data.shareId === REGISTRY)
        missed.push({ ...event.data, on: command.at.slice(0, 10) });
    }
  }
  return { state, missed };
}
