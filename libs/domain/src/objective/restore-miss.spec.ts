import fc from 'fast-check';
import { addDays } from '../calendar/civil.js';
import {
  acknowledge,
  after,
  alarm,
  assign,
  fulfilLate,
  justify,
  report,
  restoreMiss,
  resume,
  suspend,
  upTo,
} from '../testing/commands.js';
import { archive, giunta, head, REGISTRY, SECRETARY } from '../testing/example.js';
import type { LocalDate } from '../values.js';
import type { ObjectiveCommand } from './messages.js';
import { waitingOn } from './waiting.js';

const AUGUST = '2022-08-05T08:00:00.000Z';
const draft = { deadlineId: 'draft', instance: '2022-07-31' };
const act = { kind: 'DGC', number: '61', date: '2022-07-20' };
const missed = [...upTo.acknowledged, alarm('2022-08-01T08:00:00.000Z')];
const rest = suspend({ from: '2022-07-20', until: '2022-09-30', act, at: AUGUST });
const deadlines = archive.deadlines.map((one) =>
  one.id === 'draft' ? { ...one, kind: 'fixed' as const, on: '2022-09-30' } : one,
);
const vary: ObjectiveCommand = {
  type: 'objective.vary',
  variationId: '2022-1',
  objective: { ...archive, deadlines },
  act,
  by: { id: 'system', office: 'system' },
  at: AUGUST,
};

const draftsOf = (...commands: readonly ObjectiveCommand[]) =>
  (after(...commands).state.shares[0]?.deadlines ?? [])
    .filter(({ deadlineId }) => deadlineId === 'draft')
    .map(({ dueOn, status }) => [dueOn, status]);

describe('a miss that an act lifted, and that the register dates after the last day by now', () => {
  it.each([
    ['suspended', rest],
    ['moved', vary],
  ])(
    'given an act that had %s it, when somebody who may gives the miss back, then it is missed as before',
    (_, lifts) => {
      const lifted = after(...missed, lifts);
      expect(lifted.when(restoreMiss())).toEqual({
        events: [
          {
            type: 'objective.miss-restored.v1',
            data: {
              shareId: REGISTRY,
              ...draft,
              dueOn: '2022-07-31',
              act: { ...act, date: '2022-08-03' },
              reason: 'data corretta',
            },
          },
        ],
      });
      expect(draftsOf(...missed, lifts, restoreMiss())[0]).toEqual(['2022-07-31', 'missed']);
      const restored = after(...missed, lifts, restoreMiss());
      expect(restored.when(restoreMiss())).toMatchObject({ refusal: 'objective/miss-not-lifted' });
      // of what a variation changed its office takes note first
      const noted = lifts === vary ? [acknowledge({ at: AUGUST })] : [];
      expect(waitingOn(after(...missed, lifts, ...noted, restoreMiss()).state)).toContainEqual(
        expect.objectContaining({ action: 'fulfil-late', deadline: { ...draft, dueOn: '2022-07-31' } }),
      );
    },
  );

  it('given a day that the plan has put in its place, then that stays due beside the miss', () => {
    expect(draftsOf(...missed, vary, restoreMiss())).toEqual([
      ['2022-07-31', 'missed'],
      ['2022-09-30', 'open'],
    ]);
  });

  it('given a rest that goes on or is over, then it alone moves no more, and is missed once', () => {
    const again = resume({ at: '2022-08-09T08:00:00.000Z' });
    const late = restoreMiss({ at: '2022-09-10T08:00:00.000Z' });
    expect(draftsOf(...missed, rest, restoreMiss(), again)).toEqual([['2022-07-31', 'missed']]);
    expect(draftsOf(...missed, rest, again)).toEqual([['2022-08-20', 'open']]);
    const second = [
      ...missed,
      rest,
      again,
      alarm('2022-08-21T08:00:00.000Z'),
      justify({ at: '2022-08-22T08:00:00.000Z' }),
    ];
    expect(draftsOf(...second, late)).toEqual([['2022-07-31', 'missed']]);
    // why it was missed on its later day is why it was missed
    const { state } = after(...second, late);
    expect(state.shares[0]?.deadlines.find(({ deadlineId }) => deadlineId === 'draft')?.justification).toMatchObject({
      status: 'submitted',
    });
  });

  it('given that it was done, before it was lifted or since, then it was done late, on that day', () => {
    const dueOf = (...commands: readonly ObjectiveCommand[]) =>
      after(...commands).state.shares[0]?.deadlines.find(({ instance }) => instance === draft.instance);
    const late = restoreMiss({ at: '2022-09-10T08:00:00.000Z' });
    const before = [...missed, fulfilLate(), rest]; // on the second of August
    expect(dueOf(...before, late)).toMatchObject({ status: 'fulfilled-late', fulfilledOn: '2022-08-02' });
    expect(dueOf(...missed, fulfilLate(), vary, late)).toMatchObject({ status: 'fulfilled-late', justification: null });
    const since = [
      ...missed,
      rest,
      resume({ at: '2022-08-09T08:00:00.000Z' }),
      report({ fulfils: draft, occurredOn: '2022-08-15', at: '2022-08-15T08:00:00.000Z' }),
    ];
    expect(dueOf(...since)).toMatchObject({ status: 'answered', dueOn: '2022-08-20' });
    expect(dueOf(...since, late)).toMatchObject({
      status: 'fulfilled-late',
      dueOn: '2022-07-31',
      fulfilledOn: '2022-08-15',
    });
  });

  it('given who answers for the share, or is not meant, then they give nothing back', () => {
    const lifted = after(...missed, rest);
    expect(lifted.when(restoreMiss({ by: head }))).toMatchObject({ refusal: 'lifecycle/not-yours' });
    expect(lifted.when(restoreMiss({ reason: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
  });

  it('given a share of the Segretario, then another of those who may suspend gives it back, and the Segretario does not', () => {
    const own = { shareId: SECRETARY };
    const lifted = after(...upTo.defined, assign({ ...own, office: 'segretario' }), alarm('2022-08-01T08:00:00.000Z'), {
      ...rest,
      ...own,
      by: giunta,
    });
    expect(lifted.when(restoreMiss(own))).toMatchObject({ refusal: 'lifecycle/own-share' });
    expect(lifted.when(restoreMiss({ ...own, by: giunta }))).toHaveProperty('events');
  });

  it.each<[string, LocalDate | null, boolean]>([
    ['of its last day', '2022-07-31', false],
    ['of the day after', '2022-08-01', true],
    ['that is not loaded', null, false],
  ])('given an act %s by the register, then the miss is given back: %s', (_, registered, may) => {
    expect('events' in after(...missed, rest).when(restoreMiss({ registered }))).toBe(may);
  });

  it('for any date in the register, what an act lifted is given back exactly where that act would not have lifted it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 4 }), (days) => {
        const registered = addDays('2022-08-01', days);
        const by = { ...rest, act: { ...act, date: registered } };
        const [[, status] = []] = draftsOf(...missed, by);
        const isGivenBack = 'events' in after(...missed, rest).when(restoreMiss({ registered }));
        expect(isGivenBack).toBe(status === 'missed');
      }),
    );
  });
});
