import type { ObjectiveCommand } from '../objective/messages.js';
import type { RefusalCode } from '../refused.js';
import type { Outcome } from '../testing.js';
import { given } from '../testing.js';
import { who } from '../testing/approval.js';
import { alarm, assign, remove as removeShare, report, sendBack, upTo } from '../testing/commands.js';
import { archive, document, head, REGISTRY, SECRETARY } from '../testing/example.js';
import {
  addShare,
  AUGUST,
  decide,
  heard,
  moveDraft,
  moveWeight,
  museum,
  remove,
  request,
  resubmit,
  reword,
  stateAfter,
  surroundings,
  take,
  told,
  withdraw,
  type Asking,
} from '../testing/variation.js';
import type { PlanChange } from './changes.js';
import { settledIn } from './standing.js';
import { variation } from './variation.js';

const asks = (asking: Asking) => told().when(request(asking));
const change = (of: PlanChange, fields: object): PlanChange => ({ ...of, ...fields }) as PlanChange;
const within = (...commands: readonly ObjectiveCommand[]) => ({ objectives: { '6.1.1': stateAfter(...commands) } });
const draft = { share: REGISTRY, deadline: 'draft', instance: '2022-07-31', deadlineText: 'entro il 31.07.2022' };
const weekly = change(moveDraft, { deadlineId: 'weekly' });
const weightless = { ...archive, shares: archive.shares.map((one) => ({ ...one, weight: null })) };
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
    ['of a plan that is closed', asks({ around: { planStatus: 'closed' } }), 'plan/not-in-force', { plan: '2022' }],
    [
      'too late in the year',
      asks({ around: { cutOff: '2022-06-19' } }),
      'variation/after-cut-off',
      { to: '2022-06-19', today: '2022-06-20' },
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
      asks({ changes: [change(moveDraft, { to: '2022-06-19' })] }),
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
    ['of what passed, alarm or not', asks({ at: AUGUST }), 'variation/deadline-missed', draft],
    [
      'of what was missed',
      asks({ around: within(...upTo.acknowledged, alarm(AUGUST)) }),
      'variation/deadline-missed',
      draft,
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
    [
      'of a weight that is all given away',
      asks({ changes: [change(moveWeight, { points: '10' })] }),
      'variation/weight-exhausted',
      { share: REGISTRY, weight: '10' },
    ],
    [
      'of a weight that is none',
      asks({ changes: [moveWeight], around: { document: { ...document, objectives: [weightless] } } }),
      'variation/share-without-weight',
      { share: REGISTRY },
    ],
    [
      'of a weight of nobody',
      asks({ changes: [change(moveWeight, { from: 'none' })] }),
      'objective/unknown-share',
      { share: 'none' },
    ],
    [
      'of a weight of who was removed',
      asks({ changes: [moveWeight], around: { document: { ...document, removedShares: [REGISTRY] } } }),
      'variation/objective-removed',
      { objective: '6.1.1' },
    ],
    ['of what it removes', asks({ changes: [remove, reword] }), 'variation/objective-removed', { objective: '6.1.1' }],
    [
      'of an objective that is not there',
      asks({ changes: [change(reword, { objectiveId: '9.9.9' })] }),
      'variation/unknown-objective',
      { objective: '9.9.9' },
    ],
    [
      'of a deadline that is not there',
      asks({ changes: [change(moveDraft, { deadlineId: 'none' })] }),
      'objective/unknown-deadline',
      { deadline: 'none' },
    ],
    [
      'of an indicator that is not there',
      asks({ changes: [change(reword, { indicatorId: 'none' })] }),
      'objective/unknown-indicator',
      { indicator: 'none' },
    ],
    [
      'a share measured by what is not there',
      asks({ changes: [change(addShare, { indicatorIds: ['none'] })] }),
      'objective/unknown-indicator',
      { indicator: 'none' },
    ],
    [
      'a share bound by what is not there',
      asks({ changes: [change(addShare, { deadlineIds: ['none'] })] }),
      'objective/unknown-deadline',
      { deadline: 'none' },
    ],
    ['without words', asks({ changes: [change(reword, { text: '' })] }), 'value/text-missing', { field: 'text' }],
    [
      'removed without a word',
      asks({ changes: [change(remove, { note: '' })] }),
      'value/text-missing',
      { field: 'note' },
    ],
    [
      'to no day',
      asks({ changes: [change(moveDraft, { to: '2022-02-30' })] }),
      'value/not-a-date',
      { field: 'to', value: '2022-02-30' },
    ],
    [
      'of points with a comma',
      asks({ changes: [change(moveWeight, { points: '2,5' })] }),
      'value/not-a-decimal',
      { field: 'changes.points', value: '2,5' },
    ],
    [
      'of no points',
      asks({ changes: [change(moveWeight, { points: '0' })] }),
      'value/out-of-range',
      expect.objectContaining({ field: 'changes.points', value: '0', min: '0.01' }) as object,
    ],
    [
      'that moves one deadline to two days',
      asks({ changes: [moveDraft, change(moveDraft, { to: '2022-11-30' })] }),
      'variation/changed-twice',
      { objective: '6.1.1', deadline: 'draft', deadlineText: 'entro il 31.07.2022' },
    ],
    [
      'that words one indicator in two ways',
      asks({ changes: [reword, change(reword, { text: 'Altro' })] }),
      'variation/changed-twice',
      { objective: '6.1.1', indicator: 'boxes', indicatorText: 'Faldoni riordinati' },
    ],
    [
      'that changes what it removes',
      asks({ changes: [reword, remove] }),
      'variation/objective-removed',
      { objective: '6.1.1' },
    ],
    [
      'beyond the end of the plan',
      asks({ changes: [change(moveDraft, { to: '2023-01-01' })] }),
      'value/out-of-range',
      { field: 'to', value: '2023-01-01', max: '2022-12-31' },
    ],
    [
      'an objective that is there',
      asks({ changes: [{ kind: 'add-objective', objective: archive }] }),
      'value/not-unique',
      { field: 'objective.id', value: '6.1.1' },
    ],
  ])('given one %s, when commanded, then the facts of its sentence', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });

  it.each<[string, Asking]>([
    ['on the last day', { around: { cutOff: '2022-06-20' } }],
    [
      'of two deadlines, and of the weight of one share in two moves',
      { changes: [moveDraft, weekly, change(moveWeight, { points: '1' }), change(moveWeight, { points: '2' })] },
    ],
    ['to the last day of the plan', { changes: [change(moveDraft, { to: '2022-12-31' })] }],
    ['to this very day', { changes: [change(moveDraft, { to: '2022-06-20' })] }],
    [
      'an objective that is due this very day',
      {
        changes: [
          {
            kind: 'add-objective',
            objective: { ...museum, deadlines: [{ id: 'd', shareIds: [], text: '', kind: 'fixed', on: '2022-06-20' }] },
          },
        ],
      },
    ],
    // what was missed of a series, or answered, is behind it
    [
      'of a series under way',
      { changes: [weekly], around: within(...upTo.acknowledged, alarm('2022-07-04T08:00:00.000Z')) },
    ],
    // the other share was reported to the end
    [
      'of words of one share',
      { changes: [change(reword, { indicatorId: 'signed' })], around: within(...upTo.approved), by: who.segretario },
    ],
    [
      'of another deadline than what was missed',
      { changes: [change(moveDraft, {})], around: within(...upTo.acknowledged, alarm('2022-07-04T08:00:00.000Z')) },
    ],
  ])('given one %s, when asked for, then it is on its way', (_, asking) => {
    expect(asks(asking)).toHaveProperty('events');
  });

  it('given an objective of which a share was removed already, when the rest is removed, then it may be', () => {
    const around = within(...upTo.acknowledged, removeShare({ shareId: SECRETARY }));
    expect(asks({ changes: [remove], around })).toHaveProperty('events');
    expect(asks({ changes: [remove], around: within(...upTo.submitted, sendBack()) })).toMatchObject({
      refusal: 'lifecycle/not-allowed',
    });
  });

  it('given shares that were reported, scored, paid or are of a closed objective, then they bear no more', () => {
    const settled = (...commands: readonly ObjectiveCommand[]) => [...settledIn(within(...commands).objectives)];
    expect(settled(...upTo.acknowledged)).toEqual([]);
    expect(settled(...upTo.submitted, sendBack())).toEqual([]);
    for (const commands of [upTo.submitted, upTo.approved, upTo.scored, upTo.liquidated])
      expect(settled(...commands)).toEqual([REGISTRY]);
    const closed = { '6.1.1': { ...stateAfter(...upTo.defined), closed: true } };
    expect([...settledIn(closed)]).toEqual([REGISTRY, SECRETARY]);
  });
});

describe('a variation on its way', () => {
  it('given it concerns two areas, then their offices are on the other side, and who asks stands in each relation', () => {
    expect(told().when(request())).toMatchObject({
      events: [
        {
          type: 'variation.requested.v1',
          data: { before: ['2022-07-31'], touched: { '6.1.1': [REGISTRY, SECRETARY] } },
        },
        {
          type: 'variation.approval-opened.v1',
          data: {
            subject: 'variation',
            parties: { authors: [head.id], offices: ['affari-generali', 'segretario'], scored: [], beneficiaries: [] },
            relations: {
              proposer: [head.office],
              'head-of-area': [head.office],
              assignee: [head.office],
              'other-areas': ['segretario'],
            },
          },
        },
      ],
    });
  });

  it('given a colleague of who asked, or who asked from another office, then it is theirs to withdraw', () => {
    expect(told(request()).when(withdraw({ id: 'u-colleague', office: head.office }))).toHaveProperty('events');
    expect(told(request()).when(withdraw({ ...head, office: 'tributi' }))).toHaveProperty('events');
  });

  it('given a return, when a colleague submits it again, then neither may judge it, and it is open', () => {
    const returned = [request(), take('parere-segretario', who.vice, { outcome: 'return', points: ['quanto?'] })];
    expect(told(...returned).state.status).toBe('returned');
    expect(told(...returned).when(withdraw())).toHaveProperty('events');
    const again = told(...returned, resubmit({ by: { id: 'u-colleague', office: head.office } }));
    expect(again.state).toMatchObject({
      status: 'open',
      requesters: [head.id, 'u-colleague'],
      requestId: 'r-1',
      submission: 2,
      opinions: [],
    });
    expect(again.state.approval?.parties.authors).toEqual([head.id, 'u-colleague']);
  });

  it('given it is over, when an alarm rings late or somebody still acts, then nothing happens, or nothing is open', () => {
    const over = told(...heard, decide());
    const by = { id: 'system', office: 'system' };
    const rings = {
      type: 'approval.act',
      subject: 'variation',
      shareId: null,
      deed: { do: 'time-out', calendar: { patronDay: null } },
      staff: request().staff,
      by,
      at: AUGUST,
    } as const;
    expect(over.when(rings)).toEqual({ events: [] });
    expect(told(request(), withdraw()).when(rings)).toEqual({ events: [] });
    const claims = { ...rings, deed: { do: 'claim', step: 'delibera' }, by: who.giunta } as const;
    expect(over.when(claims)).toMatchObject({ refusal: 'approval/not-open' });
    expect(told(...heard).when(claims)).toMatchObject({ events: [{ type: 'variation.approval-claimed.v1' }] });
  });

  it('given a first step that agrees too late for the plan, then only the last is asked whether it can still be', () => {
    const late = { surroundings: surroundings({ cutOff: '2022-06-20' }), at: '2022-06-21T08:00:00.000Z' };
    const dgc = (date: string) => ({ kind: 'DGC', number: '140', date }) as const;
    expect(told(request()).when(take('parere-segretario', who.vice, late))).toHaveProperty('events');
    expect(told(...heard).when(decide({ ...late, act: dgc('2022-06-21') }))).toMatchObject({
      refusal: 'variation/after-cut-off',
    });
    const returning = { ...late, outcome: 'reject', reason: 'non serve', act: null } as const;
    expect(told(...heard).when(decide(returning))).toMatchObject({
      events: [{}, {}, { type: 'variation.rejected.v1', data: { reason: 'non serve', variationId, planId: '2022' } }],
    });
  });

  it('given an act of the last day for variations, when it is typed in on the next, then it came in time', () => {
    const typedIn = { surroundings: surroundings({ cutOff: '2022-06-20' }), at: '2022-06-21T08:00:00.000Z' };
    const act = { kind: 'DGC', number: '140', date: '2022-06-20' } as const;
    expect(told(...heard).when(decide({ ...typedIn, act }))).toHaveProperty('events');
  });

  it('given the plan took it or did not, then in which version, or why', () => {
    const by = { id: 'system', office: 'system' };
    const approved = told(...heard, decide());
    expect(approved.when({ type: 'variation.mark-applied', planVersion: 2, by, at: AUGUST })).toEqual({
      events: [{ type: 'variation.applied.v1', data: { variationId, planId: '2022', planVersion: 2 } }],
    });
    expect(approved.when({ ...withdraw() })).toMatchObject({ refusal: 'variation/decided' });
    expect(told(request()).when(withdraw())).toEqual({
      events: [{ type: 'variation.withdrawn.v1', data: { variationId, planId: '2022', reason: 'non serve più' } }],
    });
  });

  it('given an event newer than this code, then the state stays', () => {
    const { state } = told(request());
    expect(variation.evolve(state, { type: 'variation.praised.v1', data: {} } as never)).toBe(state);
    expect(given(variation)().state).toMatchObject({ status: 'none', requesters: [], before: [], opinions: [] });
  });
});
