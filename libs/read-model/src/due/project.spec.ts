import fc from 'fast-check';
import { missedAt, objective, type ObjectiveCommand, type ObjectiveEvent } from '#domain';
import { replay } from '../runtime/fold.js';
import { act, chain, giunta, headOf, nucleo, segretario, staff, system } from '../testing/example.js';
import { begun, SHARES, storyOf } from '../testing/stories.js';
import type { History } from '../testing/history.js';
import { due, dueTable } from './project.js';

const OBJECTIVE = '2022-2.1.1';
const SHARE = '2.1.1-lavori';
const AT = '2022-06-20T08:00:00.000Z';

/** The days of a share and what became of them. */
function standings({ events }: History, shareId = SHARE): readonly (readonly [string, string])[] {
  const rows = replay([due], events).all(dueTable);
  return rows.filter(({ share_id }) => share_id === shareId).map(({ due_on, status }) => [due_on, status]);
}

function told(...commands: readonly ObjectiveCommand[]): History {
  const history = begun();
  for (const command of commands) history.objective(OBJECTIVE, command);
  return history;
}

const assign = { type: 'objective.assign', shareId: SHARE, office: 'lavori', by: segretario, at: AT } as const;
const underWay: readonly ObjectiveCommand[] = [
  assign,
  { type: 'objective.acknowledge', shareId: SHARE, by: headOf('lavori'), at: AT },
];
const submitted: readonly ObjectiveCommand[] = [
  ...underWay,
  {
    type: 'objective.submit-rendicontazione',
    shareId: SHARE,
    measurements: [
      { indicatorId: 'requests', value: '100 %', notMeasuredBecause: null },
      { indicatorId: 'survey', value: '100 %', notMeasuredBecause: null },
    ],
    selfDegree: '100',
    note: '',
    evidence: [],
    chain,
    workflow: null,
    staff,
    by: headOf('lavori'),
    at: AT,
  },
];
const approval = {
  type: 'objective.approve-rendicontazione',
  shareId: SHARE,
  note: '',
  act: null,
  staff,
  at: AT,
} as const;
const verified: readonly ObjectiveCommand[] = [
  ...submitted,
  { ...approval, step: 'verifica', by: segretario },
  { ...approval, step: 'certificazione', by: nucleo },
];
const approved: readonly ObjectiveCommand[] = [...verified, { ...approval, step: 'presa-d-atto', act, by: giunta }];
const mark = { type: 'objective.mark-missed-deadlines', by: system, at: '2023-01-10T08:00:00.000Z' } as const;

describe('the projection of what falls due', () => {
  it('given a share that nobody was given, then none of its days asks for anything', () => {
    expect(standings(told())).toEqual([['2022-10-31', 'void']]);
    expect(standings(told(mark))).toEqual([['2022-10-31', 'void']]);
  });

  it('given a share that is assigned, then its days are open, and those of the others are not', () => {
    expect(standings(told(assign))).toEqual([['2022-10-31', 'open']]);
    expect(new Set(standings(told(assign), '2.1.1-polizia').map(([, status]) => status))).toEqual(new Set(['void']));
  });

  it('given a share that goes to another office, then what was missed stays missed and goes along', () => {
    const history = told(assign, mark, { ...assign, office: 'polizia' });
    expect(standings(history)).toEqual([['2022-10-31', 'missed']]);
  });

  it('given a rendicontazione, then days stay open until its last step is approved', () => {
    expect(standings(told(...verified))).toEqual([['2022-10-31', 'open']]);
    expect(standings(told(...approved))).toEqual([['2022-10-31', 'void']]);
    expect(standings(told(...submitted, mark, ...approved.slice(submitted.length)))).toEqual([
      ['2022-10-31', 'missed'],
    ]);
  });

  it('for any history, what is open and past is what an alarm would mark: none rings for ever', () => {
    const deeds = fc.array(fc.record({ what: fc.nat(12), share: fc.nat(3), number: fc.nat(1000) }), { maxLength: 60 });
    fc.assert(
      fc.property(deeds, (random) => {
        const { events } = storyOf(random);
        const rows = replay([due], events).all(dueTable);
        for (const objectiveId of new Set(SHARES.map((share) => share.objectiveId))) {
          const state = events
            .filter(({ stream }) => stream === `objective-demo_${objectiveId}`)
            .reduce(
              (before, { type, data }) => objective.evolve(before, { type, data } as ObjectiveEvent),
              objective.initial,
            );
          const marked = objective
            .decide({ type: 'objective.mark-missed-deadlines', by: system, at: mark.at }, state)
            .flatMap(({ data }) => ('dueOn' in data ? [`${data.shareId} ${data.deadlineId} ${data.instance}`] : []));
          const open = rows
            .filter(
              (row) =>
                row.objective_id === objectiveId && row.status === 'open' && missedAt({ dueOn: row.due_on }) <= mark.at,
            )
            .map(({ share_id, deadline_id, instance }) => `${share_id} ${deadline_id} ${instance}`);
          expect(marked.toSorted()).toEqual(open.toSorted());
        }
      }),
      { numRuns: 100 },
    );
  });
});
