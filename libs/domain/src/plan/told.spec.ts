import type { Deadline } from '../deadline/deadline.js';
import type { RefusalCode } from '../refused.js';
import { eventsOf, given, type Outcome } from '../testing.js';
import { people, step } from '../testing/approval.js';
import { after as objectiveAfter, define } from '../testing/commands.js';
import { ACT, archive, document, MORNING, REGISTRY, staff } from '../testing/example.js';
import { usualLifecycle } from '../objective/usual-lifecycle.js';
import type { PlanCommand } from './messages.js';
import { plan } from './plan.js';
import type { PlanDocument, PlannedObjective } from './document.js';

const issued = { by: staff, at: MORNING };
const planId = 'demo-2022';
const of = { plan: planId };
const draft = (fields: Partial<PlanDocument> = {}): Extract<PlanCommand, { type: 'plan.draft' }> => ({
  type: 'plan.draft',
  planId,
  document: { ...document, ...fields },
  ...issued,
});
const approve = { type: 'plan.approve', act: ACT, ...issued } as const satisfies PlanCommand;
const enter: PlanCommand = { type: 'plan.enter-into-force', from: '2022-01-01', ...issued };
const close: PlanCommand = { type: 'plan.close', act: ACT, ...issued };
const chain = { id: 'plan', version: 1, steps: [step('parere'), step('delibera', { act: { kinds: ['DGC'] } })] };
const propose: PlanCommand = { type: 'plan.propose', chain, workflow: null, staff: people, ...issued };
const removeShare = (fields: object = {}): PlanCommand => ({
  type: 'plan.remove-share',
  objectiveId: archive.id,
  shareId: REGISTRY,
  weight: 'neutralise',
  act: ACT,
  objectives: {},
  ...issued,
  ...fields,
});
const vary: PlanCommand = { type: 'plan.vary', variationId: 'v-1', changes: [], act: ACT, objectives: {}, ...issued };

const after = (...commands: PlanCommand[]) => given(plan)(...eventsOf(plan, ...commands));
const nothing = after();
const drafted = after(draft());
const approved = after(draft(), approve);
const inForce = after(draft(), approve, enter);
const closed = after(draft(), approve, enter, close);

describe('a refusal of a plan says about which it is, and what is in the way', () => {
  it.each<[string, Outcome<unknown>, RefusalCode, object]>([
    ['drafted again once approved', approved.when(draft()), 'plan/already-drafted', of],
    ['drafted again on its way', after(draft(), propose).when(draft()), 'plan/under-approval', of],
    [
      'drafted again once work has begun',
      drafted.when({ ...draft(), begun: ['6.1.1'] } as PlanCommand),
      'plan/already-begun',
      { ...of, objective: '6.1.1' },
    ],
    ['not there', nothing.when(approve), 'plan/not-drafted', {}],
    ['approved again', approved.when(approve), 'plan/already-approved', of],
    ['proposed once approved', approved.when(propose), 'plan/already-approved', of],
    ['proposed again', after(draft(), propose).when(propose), 'plan/approval-under-way', of],
    ['approved past its chain', after(draft(), propose).when(approve), 'plan/approval-under-way', of],
    [
      'approved without its chain',
      drafted.when({ ...approve, chain }),
      'plan/chain-to-follow',
      { ...of, steps: 'parere, delibera' },
    ],
    ['in force too early', drafted.when(enter), 'plan/not-approved', of],
    ['in force again', inForce.when(enter), 'plan/already-in-force', of],
    ['closed too early', approved.when(close), 'plan/not-in-force', of],
    ['closed for good', closed.when(close), 'plan/closed', of],
    ['closed for good, and varied', closed.when(vary), 'plan/closed', of],
    ['without that share', inForce.when(removeShare({ shareId: 'x' })), 'objective/unknown-share', { share: 'x' }],
    [
      'without that objective',
      inForce.when(removeShare({ objectiveId: '9.9.9' })),
      'objective/unknown-share',
      { share: REGISTRY },
    ],
  ])('given one that is %s, when commanded, then the facts of its sentence', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });

  it('given a lifecycle, when drafted with it, then the plan keeps it; without one it has none', () => {
    const governed = { ...draft(), workflow: usualLifecycle };
    expect(nothing.when(governed)).toMatchObject({ events: [{ data: { workflow: usualLifecycle } }] });
    expect(after(governed).state.workflow).toEqual(usualLifecycle);
    expect(drafted.state).toMatchObject({ workflow: null, status: 'drafted', version: 1 });
    expect(approved.state.status).toBe('approved');
  });

  it('given a proposal, then its author is on the other side, and stands for the office that proposes', () => {
    expect(drafted.when(propose)).toMatchObject({
      events: [
        {
          data: {
            subject: 'plan',
            parties: { authors: [staff.id], offices: [], scored: [], beneficiaries: [] },
            relations: { proposer: [staff.office] },
          },
        },
      ],
    });
  });
});

type OfDue<One> = One extends unknown ? Omit<One, 'id' | 'shareIds' | 'text'> : never;
type WhenDue = OfDue<Deadline>;

describe('a planned objective that says something impossible', () => {
  const nowhere = objectiveAfter();
  const [share] = archive.shares;
  const [indicator] = archive.indicators;
  if (share === undefined || indicator === undefined) throw new Error('The example is empty');
  const when = (fields: Partial<PlannedObjective>) => nowhere.when(define({ objective: { ...archive, ...fields } }));
  const due = (deadline: WhenDue) => when({ deadlines: [{ id: 'd', shareIds: [REGISTRY], text: '', ...deadline }] });
  const notADate = (field: string, value: string) => ['value/not-a-date', { field, value }] as const;

  it.each<[string, Outcome<unknown>, RefusalCode, object]>([
    ['no title', when({ title: ' ' }), 'value/text-missing', { field: 'objective.title' }],
    ['no id', when({ id: '' }), 'value/text-missing', { field: 'objective.id' }],
    ['no plan', nowhere.when(define({ planId: '' })), 'value/text-missing', { field: 'planId' }],
    ['no such horizon', nowhere.when(define({ horizon: '2022-11-31' })), ...notADate('horizon', '2022-11-31')],
    ['a share twice', when({ shares: [share, share] }), 'value/not-unique', { field: 'share.id', value: REGISTRY }],
    [
      'an indicator twice',
      when({ indicators: [indicator, indicator] }),
      'value/not-unique',
      { field: 'indicator.id', value: indicator.id },
    ],
    [
      'a share named twice',
      when({ indicators: [{ ...indicator, shareIds: [REGISTRY, REGISTRY] }] }),
      'value/not-unique',
      { field: 'shareIds', value: REGISTRY },
    ],
    [
      'an indicator of nobody',
      when({ indicators: [{ ...indicator, shareIds: ['x'] }] }),
      'objective/unknown-share',
      { share: 'x' },
    ],
    [
      'a target in words',
      when({ indicators: [{ ...indicator, target: { comparison: 'exactly', value: 'cento', unit: '%' } }] }),
      'value/not-a-decimal',
      { field: 'target.value', value: 'cento' },
    ],
    ['no such day of an act', when({ acts: [{ ...ACT, date: '2022-03-32' }] }), ...notADate('act.date', '2022-03-32')],
    ['no such day', due({ kind: 'fixed', on: '2022-06-31' }), ...notADate('deadline.on', '2022-06-31')],
    [
      'days of grace taken back',
      due({ kind: 'as-of', asOf: '2022-09-30', graceDays: -1 }),
      'value/out-of-range',
      { field: 'deadline.graceDays', value: -1, min: 0, max: 366 },
    ],
    [
      'more than a year of grace',
      due({ kind: 'as-of', asOf: '2022-09-30', graceDays: 367 }),
      'value/out-of-range',
      { field: 'deadline.graceDays', value: 367, min: 0, max: 366 },
    ],
    [
      'a state as of no day',
      due({ kind: 'as-of', asOf: '2022-09-31', graceDays: 0 }),
      ...notADate('deadline.asOf', '2022-09-31'),
    ],
    [
      'a start on no day',
      due({ kind: 'start', from: '2022-02-29', until: null }),
      ...notADate('deadline.from', '2022-02-29'),
    ],
    [
      'a window from no day',
      due({ kind: 'recurring', every: 'week', from: '2022-02-29', until: '2022-12-31', nilReturn: true }),
      ...notADate('deadline.from', '2022-02-29'),
    ],
    [
      'a window until no day',
      due({ kind: 'start', from: '2022-02-28', until: '2022-02-29' }),
      ...notADate('deadline.until', '2022-02-29'),
    ],
    [
      'a window that ends before it opens',
      due({ kind: 'start', from: '2022-09-01', until: '2022-08-31' }),
      'value/out-of-range',
      { field: 'deadline.until', value: '2022-08-31', min: '2022-09-01' },
    ],
    [
      'a state that falls due on no day',
      due({ kind: 'as-of', asOf: '2022-09-30', graceDays: 0, dueOn: '2022-09-31' }),
      ...notADate('deadline.dueOn', '2022-09-31'),
    ],
    [
      'reports on an eighth day of the week',
      due({ kind: 'recurring', every: 'week', from: '2022-01-01', until: '2022-12-31', nilReturn: true, day: 8 }),
      'value/out-of-range',
      { field: 'deadline.day', value: 8, min: 1, max: 7 },
    ],
    [
      'reports on no day of the month',
      due({ kind: 'recurring', every: 'month', from: '2022-01-01', until: '2022-12-31', nilReturn: true, day: 0 }),
      'value/out-of-range',
      { field: 'deadline.day', value: 0, min: 1, max: 31 },
    ],
    [
      'half a day of the month',
      due({ kind: 'recurring', every: 'month', from: '2022-01-01', until: '2022-12-31', nilReturn: true, day: 1.5 }),
      'value/out-of-range',
      { field: 'deadline.day', value: 1.5, min: 1, max: 31 },
    ],
    [
      'reports that end before the first is due',
      due({ kind: 'recurring', every: 'month', from: '2022-01-11', until: '2022-02-09', nilReturn: true, day: 10 }),
      'value/out-of-range',
      { field: 'deadline.until', value: '2022-02-09', min: '2022-02-10' },
    ],
    [
      'reports for ten years and a day',
      due({ kind: 'recurring', every: 'week', from: '2022-01-01', until: '2032-01-02', nilReturn: true }),
      'value/out-of-range',
      { field: 'deadline.until', value: '2032-01-02', max: '2032-01-01' },
    ],
  ])('given %s, when defined, then it says which field', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });

  it.each<[string, WhenDue]>([
    [
      'reports for ten years',
      { kind: 'recurring', every: 'week', from: '2022-01-01', until: '2032-01-01', nilReturn: true },
    ],
    ['a window of one day', { kind: 'start', from: '2022-09-01', until: '2022-09-01' }],
    ['no day of grace', { kind: 'as-of', asOf: '2022-09-30', graceDays: 0 }],
    ['a year of grace', { kind: 'as-of', asOf: '2022-09-30', graceDays: 366 }],
    [
      'reports on Sundays',
      { kind: 'recurring', every: 'week', from: '2022-01-01', until: '2022-01-02', nilReturn: true, day: 7 },
    ],
    [
      'one report',
      { kind: 'recurring', every: 'month', from: '2022-01-11', until: '2022-02-10', nilReturn: true, day: 10 },
    ],
    [
      'reports on last days',
      { kind: 'recurring', every: 'month', from: '2022-02-01', until: '2022-02-28', nilReturn: true, day: 31 },
    ],
    ['words in the place of a day', { kind: 'after', dependsOn: 'x' }],
  ])('given %s, when defined, then that is possible', (_, deadline) => {
    expect(due(deadline)).toHaveProperty('events');
  });

  it('given an act whose day nobody knows yet, when defined, then that is possible', () => {
    expect(when({ acts: [{ ...ACT, date: null }] })).toHaveProperty('events');
  });
});
