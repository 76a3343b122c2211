import fc from 'fast-check';
import { addDays } from '../calendar/civil.js';
import type { Deadline } from '../deadline/deadline.js';
import { instancesOf } from '../deadline/instances.js';
import { acknowledge, after, alarm, assign, define } from '../testing/commands.js';
import { ACT, archive, REGISTRY } from '../testing/example.js';
import { eventsOf } from '../testing.js';
import { objective } from './objective.js';

const weekly: Deadline = {
  id: 'rounds',
  shareIds: [REGISTRY],
  text: 'Sopralluogo settimanale ogni venerdì',
  kind: 'recurring',
  every: 'week',
  from: '2022-01-01',
  until: '2022-12-31',
  nilReturn: false,
  day: 5,
};
const fixed: Deadline = { id: 'draft', shareIds: [REGISTRY], text: 'bozza', kind: 'fixed', on: '2022-01-31' };
const planned = { ...archive, deadlines: [weekly, fixed] };
const lived = (from: string) => [define({ objective: planned }), assign({ from }), acknowledge()];
const dueOf = ({ state }: ReturnType<typeof after>, deadlineId = 'rounds') =>
  (state.shares.find(({ shareId }) => shareId === REGISTRY)?.deadlines ?? [])
    .filter((one) => one.deadlineId === deadlineId)
    .map(({ dueOn }) => dueOn);

describe('a series of which occasions lie before anybody answered for the share', () => {
  it('given the first assignment, when an alarm rings, then none of before it is missed; a fixed day is', () => {
    const told = after(...lived('2022-06-15')).when(alarm('2022-06-20T08:00:00.000Z'));
    expect(told).toMatchObject({
      events: [
        { data: { deadlineId: 'draft', dueOn: '2022-01-31' } },
        { data: { deadlineId: 'rounds', dueOn: '2022-06-17' } },
      ],
    });
  });

  it('given a first day of the year, then the event says nothing of it; else from when the series binds', () => {
    const [, , never] = eventsOf(objective, define({ objective: { ...archive, deadlines: [fixed] } }), assign());
    expect(never).toBeUndefined();
    expect(eventsOf(objective, ...lived('2022-06-15'))[1]?.data).toMatchObject({ seriesFrom: '2022-06-15' });
    expect(eventsOf(objective, ...lived('2022-01-05'))[1]?.data).not.toHaveProperty('seriesFrom');
  });

  it('given a share that is assigned long after the plan was approved, then what fell due since the approval is owed', () => {
    const late = (approvedOn: string) => [
      define({ objective: planned }),
      assign({ from: '2022-06-15', approvedOn }),
      acknowledge(),
    ];
    expect(dueOf(after(...late('2022-02-10')))[0]).toBe('2022-02-11');
    expect(dueOf(after(...late('2022-07-01')))[0]).toBe('2022-06-17');
    expect(dueOf(after(...late('2021-12-20')))[0]).toBe('2022-01-07');
  });

  it('given a hand-over later, then the series goes on', () => {
    const handed = assign({ office: 'finanziaria', from: '2022-07-01', at: '2022-07-01T08:00:00.000Z' });
    expect(dueOf(after(...lived('2022-06-15'), handed))[0]).toBe('2022-06-17');
  });

  it('given a variation of the share, then what was owed by nobody stays so', () => {
    const vary = {
      type: 'objective.vary',
      variationId: 'demo-2022-1',
      objective: { ...planned, deadlines: [{ ...weekly, until: '2022-09-30' }, fixed] },
      act: { ...ACT, date: '2022-07-01' },
      by: { id: 'system', office: 'system' },
      at: '2022-07-02T08:00:00.000Z',
    } as const;
    expect(eventsOf(objective, ...lived('2022-06-15'), vary).at(-1)?.data).toMatchObject({
      seriesFrom: { [REGISTRY]: '2022-06-15' },
    });
    const due = dueOf(after(...lived('2022-06-15'), vary));
    expect([due[0], due.at(-1)]).toEqual(['2022-06-17', '2022-09-30']);
  });

  it('for any first day, the series binds by what falls due on it or later, and all the rest binds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 165 }), (days) => {
        const from = addDays('2022-01-01', days);
        const told = after(...lived(from));
        expect(dueOf(told)).toEqual(
          instancesOf(weekly)
            .map(({ dueOn }) => dueOn)
            .filter((day) => day >= from),
        );
        expect(dueOf(told, 'draft')).toEqual(['2022-01-31']);
      }),
      { numRuns: 40 },
    );
  });
});
