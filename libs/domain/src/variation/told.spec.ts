import type { RefusalCode } from '../refused.js';
import type { Outcome } from '../testing.js';
import { alarm, assign, fulfilLate, report, upTo } from '../testing/commands.js';
import { head, REGISTRY } from '../testing/example.js';
import {
  addShare,
  asks,
  AUGUST,
  changed,
  decide,
  heard,
  moveDraft,
  museum,
  request,
  resubmit,
  reword,
  stateAfter,
  told,
  withdraw,
  within,
} from '../testing/variation.js';

const draft = { share: REGISTRY, deadline: 'draft', instance: '2022-07-31', deadlineText: 'entro il 31.07.2022' };
const weekly = changed(moveDraft, { deadlineId: 'weekly' });
const variationId = '2022-1';
const answered = report({ fulfils: { deadlineId: 'draft', instance: '2022-07-31' } });

describe('a refusal of a variation says what is in the way', () => {
  it.each<[string, Outcome<unknown>, RefusalCode, object]>([
    ['asked for again', told(request()).when(request()), 'variation/already-requested', { variation: variationId }],
    ['not asked for', told().when(withdraw()), 'variation/not-requested', {}],
    ['not returned', told(request()).when(resubmit()), 'variation/not-returned', { variation: variationId }],
    [
      'decided',
      told(...heard, decide()).when(withdraw()),
      'variation/decided',
      { variation: variationId, status: 'approved' },
    ],
    [
      'withdrawn',
      told(request(), withdraw()).when(withdraw()),
      'variation/decided',
      { variation: variationId, status: 'withdrawn' },
    ],
    [
      'another’s',
      told(request()).when(withdraw({ id: 'u-x', office: 'tributi' })),
      'variation/not-yours',
      { office: head.office },
    ],
    [
      'withdrawn without a reason',
      told(request()).when({ ...withdraw(), reason: ' ' } as never),
      'value/text-missing',
      { field: 'reason' },
    ],
    ['without a reason', asks({ reason: ' ' }), 'value/text-missing', { field: 'reason' }],
    ['without a name', told().when({ ...request(), variationId: '' }), 'value/text-missing', { field: 'variationId' }],
    [
      'decided already at its step',
      told(...heard, decide()).when(decide()),
      'approval/not-open',
      { status: 'approved' },
    ],
    [
      'not asked for, and decided',
      told(request(), withdraw()).when(decide()),
      'approval/not-open',
      { status: 'withdrawn' },
    ],
    [
      'of others',
      asks({ by: { id: 'u-x', office: 'tributi' } }),
      'variation/not-concerned',
      { office: 'tributi', offices: 'affari-generali, segretario' },
    ],
    [
      'of others, one of whom has the share of another area',
      asks({
        by: { id: 'u-x', office: 'tributi' },
        changes: [reword],
        around: within(...upTo.defined, assign({ office: 'ragioneria' })),
      }),
      'variation/not-concerned',
      { office: 'tributi', offices: 'affari-generali, ragioneria' },
    ],
    ['of a plan that is closed', asks({ around: { planStatus: 'closed' } }), 'plan/closed', { plan: '2022' }],
    [
      'too late in the year',
      asks({ around: { cutOff: '2022-06-19' } }),
      'variation/after-cut-off',
      { to: '2022-06-19', decidedOn: '2022-06-20' },
    ],
    [
      'of a closed objective',
      asks({ around: { objectives: { '6.1.1': { ...stateAfter(...upTo.acknowledged), closed: true } } } }),
      'variation/settled',
      { objective: '6.1.1' },
    ],
    [
      'of a share that is reported',
      asks({ around: within(...upTo.submitted) }),
      'variation/settled',
      { share: REGISTRY },
    ],
    [
      'of a share that is approved',
      asks({ around: within(...upTo.approved) }),
      'variation/settled',
      { share: REGISTRY },
    ],
    [
      'of a share that another concerns',
      asks({ around: { underWay: { [REGISTRY]: '2022-7' } } }),
      'variation/share-under-variation',
      { share: REGISTRY, variation: '2022-7' },
    ],
    [
      'to a day that has passed',
      asks({ changes: [changed(moveDraft, { to: '2022-06-19' })] }),
      'variation/day-passed',
      { value: '2022-06-19', today: '2022-06-20' },
    ],
    [
      'a new share with a day that has passed',
      asks({ changes: [addShare], at: AUGUST }),
      'variation/day-passed',
      { value: '2022-07-31', today: '2022-08-05' },
    ],
    [
      'a new objective with a day that has passed',
      asks({
        changes: [
          {
            kind: 'add-objective',
            objective: {
              ...museum,
              deadlines: [{ id: 'd', shareIds: [], text: '', kind: 'fixed', on: '2022-06-19' }],
            },
          },
        ],
      }),
      'variation/day-passed',
      { value: '2022-06-19', today: '2022-06-20' },
    ],
    ['of what passed, alarm or not', asks({ at: AUGUST }), 'variation/deadline-missed', { ...draft, answeredLate: 0 }],
    [
      'of what was missed',
      asks({ around: within(...upTo.acknowledged, alarm(AUGUST)) }),
      'variation/deadline-missed',
      { ...draft, answeredLate: 0 },
    ],
    [
      'of what was missed, and answered late',
      asks({ around: within(...upTo.acknowledged, alarm(AUGUST), fulfilLate({ at: AUGUST })) }),
      'variation/deadline-missed',
      { ...draft, answeredLate: 1 },
    ],
    [
      'of what was answered',
      asks({ around: within(...upTo.acknowledged, answered) }),
      'variation/deadline-answered',
      draft,
    ],
    [
      'of a series that is over',
      asks({ changes: [weekly], at: '2023-01-01T08:00:00.000Z', around: { cutOff: '2023-12-31' } }),
      'variation/day-passed',
      { value: '2022-10-31', today: '2023-01-01' },
    ],
  ])('given one %s, when commanded, then the facts of its sentence', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });
});
