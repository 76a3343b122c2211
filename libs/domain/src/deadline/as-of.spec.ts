import fc from 'fast-check';
import { addDays } from '../calendar/civil.js';
import { objective } from '../objective/objective.js';
import { plan } from '../plan/plan.js';
import { variedBy } from '../variation/varied.js';
import { acknowledge, after, alarm, assign, define, report, propose, resume, suspend } from '../testing/commands.js';
import { ACT, archive, document, MORNING, REGISTRY, staff } from '../testing/example.js';
import { eventsOf, given } from '../testing.js';
import type { Deadline } from './deadline.js';
import { withDueDays } from './due-day.js';

const state = {
  id: 'd',
  shareIds: [REGISTRY],
  text: 'al 30/09',
  kind: 'as-of',
  asOf: '2022-09-30',
  graceDays: 15,
} as const;
const due: Deadline = { ...state, dueOn: '2022-10-15' };
const told = (...deadlines: Deadline[]) => ({ ...archive, deadlines });
const draft = (...deadlines: Deadline[]) =>
  ({
    type: 'plan.draft',
    planId: 'demo-2022',
    document: { ...document, objectives: [told(...deadlines)] },
    by: staff,
    at: MORNING,
  }) as const;
const missed = {
  type: 'objective.deadline-missed.v1',
  data: { shareId: REGISTRY, deadlineId: 'd', instance: '2022-10-15', dueOn: '2022-10-15' },
};
const upTo = [define({ objective: told(due) }), assign(), acknowledge()];

describe('a state as of a day', () => {
  it('given a plan, when drafted, then it falls due when its days of grace are over, whatever the draft says of that day', () => {
    for (const one of [state, due, { ...state, dueOn: '2022-12-31' }]) {
      const drafted = given(plan)().when(draft(one));
      expect(drafted).toMatchObject({ events: [{ data: { document: { objectives: [told(due)] } } }] });
    }
  });

  it('given an objective, when proposed or added by a variation, then likewise', () => {
    const proposed = propose({ objective: withDueless(propose().objective) });
    const [event] = eventsOf(objective, proposed);
    expect(event).toMatchObject({
      data: {
        objective: {
          deadlines: expect.arrayContaining([expect.objectContaining({ kind: 'as-of', dueOn: '2022-10-15' })]),
        },
      },
    });
    const added = {
      ...told({ ...state, shareIds: ['9.9.9-a'] }),
      id: '9.9.9',
      indicators: [],
      shares: [{ ...archive.shares[0]!, id: '9.9.9-a', weight: null }],
    };
    const { objectives } = variedBy([{ kind: 'add-objective', objective: added }], document);
    expect(objectives).toEqual([{ ...added, deadlines: [{ ...due, shareIds: ['9.9.9-a'] }] }]);
  });

  it('given nobody answers, when its days of grace are over, then it is missed, once', () => {
    expect(after(...upTo).when(alarm('2022-10-15T21:59:00.000Z'))).toEqual({ events: [] });
    expect(after(...upTo).when(alarm('2022-10-15T22:00:00.000Z'))).toEqual({ events: [missed] });
    expect(after(...upTo, alarm('2022-10-15T22:00:00.000Z')).when(alarm('2022-10-20T22:00:00.000Z'))).toEqual({
      events: [],
    });
  });

  it('given it is answered by its day, when that is over, then nothing is missed', () => {
    const answer = report({
      fulfils: { deadlineId: 'd', instance: '2022-10-15' },
      occurredOn: '2022-10-10',
      at: '2022-10-12T08:00:00.000Z',
    });
    expect(after(...upTo, answer).when(alarm('2022-10-20T22:00:00.000Z'))).toEqual({ events: [] });
  });

  it('given the log of an earlier release, when its day is over, then nothing falls due; a variation gives it a day', () => {
    const old = [define({ objective: told(state) }), assign()];
    expect(after(...old).when(alarm('2022-12-31T23:00:00.000Z'))).toEqual({ events: [] });
    const varied = {
      type: 'objective.vary',
      variationId: 'demo-2022-1',
      objective: told(due),
      act: { ...ACT, date: '2022-08-31' },
      by: { id: 'system', office: 'system' },
      at: '2022-09-01T08:00:00.000Z',
    } as const;
    expect(after(...old, varied).when(alarm('2022-10-15T22:00:00.000Z'))).toEqual({ events: [missed] });
  });

  it('for any rest before its day, when work goes on, then it falls due as many days later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 }), (start, days) => {
        const from = addDays('2022-07-01', start);
        const again = addDays(from, days);
        const rested = after(
          ...upTo,
          suspend({ act: ACT, from, until: addDays(from, 60), at: `${from}T10:00:00.000Z` }),
          resume({ at: `${again}T10:00:00.000Z` }),
        );
        const [standing] = rested.state.shares.find(({ shareId }) => shareId === REGISTRY)?.deadlines ?? [];
        expect(standing).toMatchObject({ instance: '2022-10-15', dueOn: addDays('2022-10-15', days), status: 'open' });
      }),
      { numRuns: 50 },
    );
  });
});

function withDueless(objective: typeof archive): typeof archive {
  const shareIds = objective.shares.map(({ id }) => id);
  expect(withDueDays({ ...objective, deadlines: [{ ...state, shareIds }] }).deadlines).toEqual([{ ...due, shareIds }]);
  return { ...objective, deadlines: [...objective.deadlines, { ...state, shareIds }] };
}
