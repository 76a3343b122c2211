import type { RefusalCode } from '../refused.js';
import type { Outcome } from '../testing.js';
import { alarm, fulfilLate, propose, report, sendBack, upTo } from '../testing/commands.js';
import { who } from '../testing/approval.js';
import { exampleStaff } from '../testing/staff.js';
import { archive, DECIDED, document, REGISTRY, SECRETARY, withTargets } from '../testing/example.js';
import type { PlanChange } from './changes.js';
import type { VariationEvent } from './messages.js';
import {
  asks,
  AUGUST,
  moveWeight,
  reword,
  addObjective,
  museum,
  addShare,
  remove,
  stateAfter,
  surroundings,
  type Asking,
  request,
  resubmit,
  decide,
  withdraw,
  told,
  chain,
  heard,
  moveDraft,
  take,
} from '../testing/variation.js';

const without = (...removedShares: readonly string[]) => ({ document: { ...document, removedShares } });
const weightless: PlanChange = {
  kind: 'add-objective',
  objective: { ...museum, shares: museum.shares.map((one) => ({ ...one, weight: '0' })) },
};
const DRAFT_VARIED = { '["move-deadline","6.1.1","draft"]': '2022-12-31' };

describe('a variation that is refused', () => {
  const returned = stateAfter(...upTo.submitted, sendBack());
  const settled = stateAfter(...upTo.submitted);
  const missed = stateAfter(...upTo.acknowledged, alarm(AUGUST));
  const refusals: Record<Extract<RefusalCode, `variation/${string}`>, readonly Outcome<VariationEvent>[]> = {
    'variation/already-requested': [told(request()).when(request())],
    'variation/not-requested': [told().when(withdraw()), told().when(decide())],
    'variation/not-returned': [told(request()).when(resubmit()), told(...heard, decide()).when(resubmit())],
    'variation/decided': [told(...heard, decide()).when(withdraw()), told(request(), withdraw()).when(withdraw())],
    'variation/not-yours': [told(request()).when(withdraw({ id: 'u-x', office: 'tributi' }))],
    'variation/not-concerned': [asks({ by: { id: 'u-x', office: 'tributi' } })],
    'variation/nothing-changed': [
      asks({ changes: [] }),
      asks({ changes: [{ ...moveDraft, to: '2022-07-31' } as PlanChange] }),
      asks({ changes: [moveWeight, { ...moveWeight, from: SECRETARY, to: REGISTRY } as PlanChange] }),
      asks({ changes: [{ ...moveWeight, to: REGISTRY } as PlanChange] }),
    ],
    'variation/weight-exhausted': [
      asks({ changes: [{ ...moveWeight, points: '10' } as PlanChange] }),
      asks({ changes: [{ ...moveWeight, points: '11' } as PlanChange] }),
    ],
    'variation/share-without-weight': [
      asks({
        changes: [moveWeight],
        around: {
          document: {
            ...document,
            objectives: [{ ...archive, shares: archive.shares.map((one) => ({ ...one, weight: null })) }],
          },
        },
      }),
    ],
    'variation/no-points-given': [asks({ changes: [weightless] })],
    'variation/objective-removed': [
      asks({ changes: [remove, reword] }),
      asks({ changes: [remove, moveWeight] }),
      asks({ changes: [reword, remove] }),
      // removed share by share, each by an act of its own
      ...[moveDraft, reword, addShare, remove, moveWeight].map((change) =>
        asks({ changes: [change], around: without(REGISTRY, SECRETARY) }),
      ),
    ],
    'variation/share-removed': [
      asks({ changes: [reword], around: without(REGISTRY) }),
      asks({ changes: [moveWeight], around: without(SECRETARY) }),
      asks({ changes: [{ ...moveDraft, deadlineId: 'weekly' } as PlanChange], around: without(REGISTRY) }),
    ],
    'variation/superseded': [told(...heard).when(decide({ surroundings: surroundings({ lastVaried: DRAFT_VARIED }) }))],
    'variation/number-taken': [asks({ changes: [{ kind: 'add-objective', objective: archive }] })],
    'variation/number-proposed': [
      asks({
        changes: [addObjective],
        around: { objectives: { '6.1.2': stateAfter(propose({ objective: { ...withTargets, id: '6.1.2' } })) } },
      }),
    ],
    'variation/missed-again': [
      asks({
        changes: [remove, { ...addObjective, objective: { ...museum, title: archive.title } } as PlanChange],
        around: { objectives: { '6.1.1': missed } },
      }),
    ],
    'variation/changed-twice': [
      asks({ changes: [moveDraft, { ...moveDraft, to: '2022-11-30' } as PlanChange] }),
      asks({ changes: [reword, { ...reword, text: 'Altro' } as PlanChange] }),
      told(request(), take('parere-segretario', who.vice, { outcome: 'return', points: ['quanto?'] })).when(
        resubmit({ changes: [moveDraft, moveDraft] }),
      ),
    ],
    'variation/unknown-objective': [asks({ changes: [{ ...reword, objectiveId: '9.9.9' } as PlanChange] })],
    'variation/settled': [
      asks({ around: { objectives: { '6.1.1': settled } } }),
      asks({ around: { objectives: { '6.1.1': { ...settled, closed: true } } } }),
    ],
    'variation/deadline-missed': [
      asks({ at: AUGUST }), // though no alarm has rung yet
      asks({ around: { objectives: { '6.1.1': missed } } }),
      asks({
        around: {
          objectives: { '6.1.1': stateAfter(...upTo.acknowledged, alarm(AUGUST), fulfilLate({ at: AUGUST })) },
        },
      }),
      // asked for in time, decided too late
      told(...heard).when(
        decide({
          act: { ...DECIDED, date: '2022-08-01' },
          at: AUGUST,
          surroundings: surroundings({ objectives: { '6.1.1': missed } }),
        }),
      ),
    ],
    'variation/deadline-answered': [
      asks({
        around: {
          objectives: {
            '6.1.1': stateAfter(
              ...upTo.acknowledged,
              report({ fulfils: { deadlineId: 'draft', instance: '2022-07-31' } }),
            ),
          },
        },
      }),
    ],
    'variation/day-passed': [asks({ changes: [{ ...moveDraft, to: '2022-06-19' } as PlanChange] })],
    'variation/after-cut-off': [asks({ at: '2022-12-16T08:00:00.000Z' }), asks({ around: { cutOff: '2022-06-19' } })],
    'variation/share-under-variation': [asks({ around: { underWay: { [REGISTRY]: '2022-7' } } })],
    'variation/opinion-missing': [
      told().when({ ...request({ changes: [remove] }), chain: { ...chain, steps: chain.steps.slice(2) } }),
    ],
    'variation/unheard': [], // see opinion.spec.ts
    'variation/share-incomplete': [], // see complete-anew.spec.ts
    'variation/nobody-bears-weight': [asks({ changes: [{ ...remove, weight: 'redistribute' }] })],
    'variation/already-applied': [], // of the plan, see below
  };
  it.each(Object.entries(refusals))('given a reason for %s, when commanded, then it is refused', (code, outcomes) => {
    expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ refusal: code })));
  });

  it.each<[RefusalCode, Asking]>([
    ['value/text-missing', { reason: ' ' }],
    ['value/text-missing', { changes: [{ ...reword, text: '' } as PlanChange] }],
    ['value/text-missing', { changes: [{ ...remove, note: '' } as PlanChange] }],
    ['value/not-a-date', { changes: [{ ...moveDraft, to: '2022-02-30' } as PlanChange] }],
    ['value/out-of-range', { changes: [{ ...moveDraft, to: '2023-01-01' } as PlanChange] }],
    ['value/not-a-decimal', { changes: [{ ...moveWeight, points: '2,5' } as PlanChange] }],
    ['objective/unknown-deadline', { changes: [{ ...moveDraft, deadlineId: 'none' } as PlanChange] }],
    ['objective/unknown-indicator', { changes: [{ ...reword, indicatorId: 'none' } as PlanChange] }],
    ['objective/unknown-indicator', { changes: [{ ...addShare, indicatorIds: ['none'] } as PlanChange] }],
    ['objective/unknown-deadline', { changes: [{ ...addShare, deadlineIds: ['none'] } as PlanChange] }],
    ['objective/unknown-share', { changes: [{ ...moveWeight, from: 'none' } as PlanChange] }],
    ['plan/not-in-force', { around: { planStatus: 'approved' } }],
    ['plan/closed', { around: { planStatus: 'closed' } }],
    ['variation/day-passed', { changes: [addShare], at: AUGUST }],
    ['lifecycle/not-allowed', { changes: [remove], around: { objectives: { '6.1.1': returned } } }],
  ])('given a fault in what is asked, then %s', (code, asking) => {
    expect(asks(asking)).toMatchObject({ refusal: code });
  });

  it('given a share that the office would get that evaluates, then it is refused', () => {
    const offices = [
      ...exampleStaff.offices,
      { id: 'affari-generali', function: 'evaluation-body' as const, names: [] },
    ];
    for (const change of [addShare, addObjective]) {
      const asked = { ...request({ changes: [change] }), staff: { ...exampleStaff, offices } };
      expect(told().when(asked)).toMatchObject({ refusal: 'objective/office-evaluates' });
    }
  });

  it('given weights over the ceiling of the whole area, when a share is added, then it is refused', () => {
    const areas = document.areas.map((area) => ({ ...area, ceiling: '12.5' }));
    expect(asks({ changes: [addShare], around: { document: { ...document, areas } } })).toMatchObject({
      refusal: 'plan/weights-over-ceiling',
      facts: { area: 'affari-generali', sum: '15' },
    });
  });
});
