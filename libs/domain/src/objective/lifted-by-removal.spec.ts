import fc from 'fast-check';
import { addDays } from '../calendar/civil.js';
import { after, alarm, fulfilLate, justify, remove, suspend, upTo } from '../testing/commands.js';
import { ACT, REGISTRY } from '../testing/example.js';
import type { LocalDate } from '../values.js';
import type { ObjectiveCommand } from './messages.js';

const noon = (day: LocalDate) => `${day}T10:00:00.000Z`;
const AUGUST = '2022-08-05';
const draft = { deadlineId: 'draft', instance: '2022-07-31' };
/** By an act of that day, recorded on another. */
const removed = (date: LocalDate, on = AUGUST, more: object = {}) =>
  remove({ act: { kind: 'DGC', number: '50', date }, at: noon(on), ...more });
const missed = [...upTo.acknowledged, alarm(noon('2022-08-01'))];
const standings = (...commands: readonly ObjectiveCommand[]) => after(...commands).state.shares[0]?.deadlines ?? [];
const draftOf = (...commands: readonly ObjectiveCommand[]) =>
  standings(...commands).find(({ deadlineId }) => deadlineId === 'draft');

describe('a deadline of a share that was removed by then, and that was missed before anybody recorded the act', () => {
  it('given the act, when it is recorded, then its miss is lifted, and those of before the act are not', () => {
    const outcome = after(...missed).when(removed('2022-07-20'));
    expect(outcome).toMatchObject({
      events: [
        { type: 'objective.removed.v1' },
        { type: 'objective.miss-lifted.v1', data: { deadlineId: 'weekly', instance: '2022-07-24' } },
        {
          type: 'objective.miss-lifted.v1',
          data: {
            shareId: REGISTRY,
            ...draft,
            dueOn: '2022-07-31',
            act: { date: '2022-07-20' },
            movedTo: { instance: '2022-07-31', dueOn: '2022-07-31' },
            isRemoved: true,
          },
        },
        { type: 'objective.miss-lifted.v1', data: { deadlineId: 'weekly', instance: '2022-07-31' } },
      ],
    });
    const of = standings(...missed, removed('2022-07-20')).filter(({ status }) => status === 'missed');
    expect(of.map(({ dueOn }) => dueOn)).toEqual(['2022-06-26', '2022-07-03', '2022-07-10', '2022-07-17']);
  });

  it('given an act of the last day, then it was never missed; of the day after it was', () => {
    expect(draftOf(...missed, removed('2022-07-31'))).toMatchObject({ status: 'open', justification: null });
    expect(draftOf(...missed, removed('2022-08-01'))).toMatchObject({ status: 'missed' });
  });

  it('given what was done late, or why it was missed, then it counts as done, and nobody is asked why', () => {
    const late = fulfilLate({ at: noon('2022-08-03') });
    expect(draftOf(...missed, late)).toMatchObject({ status: 'fulfilled-late' });
    expect(draftOf(...missed, late, removed('2022-07-20'))).toMatchObject({ status: 'answered' });
    const why = justify({ at: noon('2022-08-02') });
    expect(draftOf(...missed, why, removed('2022-07-20'))).toMatchObject({ status: 'open', justification: null });
  });

  it('given that the plan removes it by a variation, then its act counts as any other', () => {
    const byPlan = removed('2022-07-20', AUGUST, { variationId: '2022-1' });
    expect(draftOf(...missed, byPlan)).toMatchObject({ status: 'open' });
  });

  it('given a rest, then what it froze stays as it was', () => {
    const rest = suspend({ from: '2022-07-20', until: '2022-09-30', act: ACT, at: noon('2022-07-20') });
    expect(draftOf(...upTo.acknowledged, rest, removed('2022-08-01'))).toMatchObject({ status: 'open' });
  });

  it('for any act and any alarms, when it is recorded whenever later, then all stands as if it had been recorded at once', () => {
    const day = fc.integer({ min: 0, max: 150 });
    fc.assert(
      fc.property(day, fc.nat(120), fc.array(day, { maxLength: 6 }), (first, delay, rung) => {
        const on = addDays('2022-07-01', first);
        const told = (recorded: LocalDate) => {
          const alarms = rung.map((days) => addDays('2022-07-01', days)).map((one) => [one, alarm(noon(one))] as const);
          const document = { kind: 'verbale', number: '4', date: on };
          const opinion = { favourable: true, note: 'sì', on, document };
          const all = [...alarms, [recorded, removed(on, recorded, { opinion })] as const];
          // an alarm of the same day rings before
          const inOrder = all.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, command]) => command);
          return standings(...upTo.acknowledged, ...inOrder, alarm(noon('2024-01-01')));
        };
        expect(told(addDays(on, delay))).toEqual(told(on));
      }),
      { numRuns: 100 },
    );
  });
});
