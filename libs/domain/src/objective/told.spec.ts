import type { RefusalCode } from '../refused.js';
import {
  acknowledge,
  adjust,
  after,
  approve,
  assign,
  close,
  decideJustification,
  define,
  fulfilLate,
  justify,
  liquidate,
  makeDefinitive,
  propose,
  ratify,
  rectify,
  remove,
  reopen,
  report,
  resume,
  returnProposal,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  suspend,
  upTo,
  validate,
} from '../testing/commands.js';
import {
  ACT,
  archive,
  giunta,
  head,
  MORNING,
  NOTED,
  nucleo,
  REGISTRY,
  SECRETARY,
  segretario,
  withTargets,
} from '../testing/example.js';

const defined = after(...upTo.defined);
const assigned = after(...upTo.assigned);
const acknowledged = after(...upTo.acknowledged);
const reported = after(...upTo.acknowledged, report());
const submitted = after(...upTo.submitted);
const approved = after(...upTo.approved);
const scored = after(...upTo.scored);
const liquidated = after(...upTo.liquidated);
const proposed = after(propose());
const suspended = after(...upTo.acknowledged, suspend());
const removed = after(...upTo.acknowledged, remove());
const justified = after(...upTo.acknowledged, justify());
const reopened = [...upTo.liquidated, reopen(), ...upTo.approved.slice(upTo.submitted.length)];
const closed = after(...upTo.liquidated, ...secretaryToTheEnd, close());
const both = after(
  ...upTo.acknowledged,
  report(),
  assign({ shareId: SECRETARY, office: 'segretario' }),
  acknowledge({ shareId: SECRETARY, by: segretario }),
);

const share = REGISTRY;
const draft = { deadlineId: 'draft', instance: '2022-07-31' };
const ofDraft = { share, deadline: 'draft', instance: '2022-07-31', deadlineText: 'entro il 31.07.2022' };
const stranger = { id: 'u-tributi', office: 'tributi' };
const kinds = 'DGC';
const letter = { kind: 'lettera', number: '1', date: '2022-06-30' };
const vary = (fields: object) =>
  ({
    type: 'objective.vary',
    variationId: 'v-1',
    objective: archive,
    act: ACT,
    by: { id: 'system', office: 'system' },
    at: MORNING,
    ...fields,
  }) as const;

type Told = readonly [string, ReturnType<typeof defined.when>, RefusalCode, object];

describe('a refusal of an objective says about what it is, and what somebody can do', () => {
  it.each<Told>([
    ['defined again', defined.when(define()), 'objective/already-defined', { objective: '6.1.1' }],
    ['closed', closed.when(report()), 'objective/closed', { objective: '6.1.1' }],
    ['no such share', defined.when(assign({ shareId: 'x' })), 'objective/unknown-share', { share: 'x' }],
    [
      'a share that the plan no longer has',
      defined.when(vary({ objective: { ...archive, ...onlyRegistry() } })),
      'objective/unknown-share',
      { share: SECRETARY },
    ],
    [
      'another objective varied',
      defined.when(vary({ objective: { ...archive, id: '9' } })),
      'objective/not-defined',
      {},
    ],
    [
      'no such indicator to report on',
      acknowledged.when(report({ indicatorId: 'x' })),
      'objective/unknown-indicator',
      { share, indicator: 'x' },
    ],
    [
      'no such indicator to measure',
      acknowledged.when(submit({ measurements: [{ indicatorId: 'x', value: '1', notMeasuredBecause: null }] })),
      'objective/unknown-indicator',
      { share, indicator: 'x' },
    ],
    [
      'an indicator left out',
      acknowledged.when(submit({ measurements: submit().measurements.slice(0, 1) })),
      'objective/indicator-not-measured',
      { share, indicator: 'rules', indicatorText: 'Manuale adottato' },
    ],
    [
      'measured and not measured',
      acknowledged.when(
        submit({
          measurements: submit().measurements.map((one) => ({ ...one, value: '25', notMeasuredBecause: 'mai' })),
        }),
      ),
      'objective/measured-or-not',
      { share, indicator: 'boxes', indicatorText: 'Faldoni riordinati' },
    ],
    [
      'no such deadline',
      acknowledged.when(report({ fulfils: { ...draft, instance: '2022-08-01' } })),
      'objective/unknown-deadline',
      { ...ofDraft, instance: '2022-08-01' },
    ],
    [
      'assigned again',
      assigned.when(assign()),
      'objective/already-assigned',
      { share, office: 'affari-generali', from: '2022-06-20' },
    ],
    ['given to nobody', defined.when(acknowledge()), 'objective/not-assigned', { share }],
    [
      'another’s share',
      assigned.when(acknowledge({ by: stranger })),
      'objective/not-your-share',
      { share, office: 'affari-generali' },
    ],
    ['acknowledged again', acknowledged.when(acknowledge()), 'objective/already-acknowledged', { share }],
    ['not acknowledged', assigned.when(report()), 'objective/not-acknowledged', { share }],
    ['reported again', reported.when(report()), 'objective/progress-already-reported', { progress: 'p-1' }],
    [
      'nothing to rectify',
      reported.when(rectify({ progressId: 'p' })),
      'objective/unknown-progress',
      { progress: 'p' },
    ],
    [
      'another’s entry',
      both.when(rectify({ shareId: SECRETARY, by: segretario })),
      'objective/not-your-progress',
      { progress: 'p-1', share },
    ],
    [
      'of tomorrow',
      acknowledged.when(report({ occurredOn: '2022-06-21' })),
      'objective/occurred-in-future',
      { field: 'occurredOn', value: '2022-06-21', today: '2022-06-20' },
    ],
    [
      'of the year before',
      acknowledged.when(report({ occurredOn: '2021-12-31' })),
      'objective/occurred-before-year',
      { field: 'occurredOn', value: '2021-12-31', from: '2022-01-01' },
    ],
    [
      'assigned from tomorrow',
      defined.when(assign({ from: '2022-06-21' })),
      'objective/occurred-in-future',
      { field: 'from', value: '2022-06-21', today: '2022-06-20' },
    ],
    [
      'assigned from before the last',
      assigned.when(assign({ office: 'tributi', from: '2022-06-19' })),
      'objective/before-holder',
      { share, office: 'affari-generali', field: 'from', value: '2022-06-19', min: '2022-06-20' },
    ],
    [
      'too late for ordinary progress',
      acknowledged.when(report({ fulfils: draft, at: '2022-07-31T22:00:00.000Z' })),
      'objective/deadline-passed',
      { ...ofDraft, insteadUse: 'objective.fulfil-late' },
    ],
    [
      'too early to be late',
      acknowledged.when(fulfilLate({ at: '2022-07-31T08:00:00.000Z', occurredOn: '2022-07-31' })),
      'objective/deadline-not-passed',
      { ...ofDraft, insteadUse: 'objective.report-progress' },
    ],
    [
      'answered before',
      after(...upTo.acknowledged, report({ fulfils: draft })).when(fulfilLate()),
      'objective/deadline-already-answered',
      ofDraft,
    ],
    ['nothing to say', acknowledged.when(report({ value: null })), 'objective/nil-return-not-allowed', {}],
    [
      'nothing to say to a deadline that asks for something',
      acknowledged.when(report({ value: null, fulfils: draft })),
      'objective/nil-return-not-allowed',
      { deadline: 'draft' },
    ],
    ['submitted again', submitted.when(submit()), 'objective/rendicontazione-open', { share }],
    [
      'handed over while judged',
      submitted.when(assign({ office: 'tributi' })),
      'objective/rendicontazione-open',
      { share },
    ],
    ['nothing to return', acknowledged.when(sendBack()), 'objective/rendicontazione-not-open', { share }],
    ['nothing to approve', acknowledged.when(approve()), 'objective/rendicontazione-not-open', { share }],
    ['approved by all', approved.when(submit()), 'objective/rendicontazione-already-approved', { share }],
    ['approved again', approved.when(approve()), 'objective/rendicontazione-already-approved', { share }],
    [
      'handed over once approved',
      approved.when(assign({ office: 'tributi' })),
      'objective/rendicontazione-already-approved',
      { share },
    ],
    [
      'rectified once approved',
      after(...upTo.acknowledged, report(), ...upTo.approved.slice(upTo.acknowledged.length)).when(rectify()),
      'objective/rendicontazione-already-approved',
      { share },
    ],
    ['scored too early', submitted.when(score()), 'objective/rendicontazione-not-approved', { share }],
    ['scored again', scored.when(score()), 'objective/already-scored', { share }],
    ['paid without a degree', approved.when(liquidate()), 'objective/not-scored', { share }],
    ['definitive without a degree', approved.when(makeDefinitive()), 'objective/not-scored', { share }],
    ['closed without a degree', approved.when(close()), 'objective/not-scored', { share }],
    ['paid again', liquidated.when(liquidate()), 'objective/already-liquidated', { share, run: 'areas-2022' }],
    ['closed before it was paid', scored.when(close()), 'objective/not-liquidated', { share }],
    [
      'paid twice after a reopening',
      after(...reopened, score()).when(liquidate()),
      'objective/adjustment-needed',
      { share, run: 'areas-2022' },
    ],
    ['nothing to adjust', liquidated.when(adjust()), 'objective/nothing-to-adjust', { share }],
    ['adjusted without a degree', after(...reopened).when(adjust()), 'objective/not-scored', { share }],
    [
      'adjusted by the run that paid',
      after(...reopened, score()).when(adjust({ runId: 'areas-2022' })),
      'value/not-unique',
      { field: 'runId', value: 'areas-2022' },
    ],
    [
      'proposed without an indicator',
      after().when(propose({ objective: { ...withTargets, indicators: withTargets.indicators.slice(0, 2) } })),
      'objective/proposal-incomplete',
      { share: SECRETARY, missing: 'indicator' },
    ],
    [
      'proposed without a target',
      after().when(propose({ objective: archive })),
      'objective/proposal-incomplete',
      { share: SECRETARY, missing: 'target' },
    ],
    [
      'proposed without a deadline',
      after().when(propose({ objective: { ...withTargets, deadlines: [] } })),
      'objective/proposal-incomplete',
      { share, missing: 'deadline' },
    ],
    [
      'proposed without a weight',
      after().when(propose({ objective: { ...withTargets, ...weightless() } })),
      'objective/proposal-incomplete',
      { share, missing: 'weight' },
    ],
    [
      'judged by its proposer',
      after(propose({ by: segretario })).when(validate({ by: segretario })),
      'objective/own-proposal',
      { office: 'segretario' },
    ],
    ['returned for nothing', proposed.when(returnProposal({ points: ['x', ' '] })), 'objective/points-missing', {}],
    [
      'what the lint found',
      proposed.when(
        validate({
          findings: [
            { code: 'closed-day', where: share },
            { code: 'no-baseline', where: '6.1.1' },
          ],
          waiver: ' ',
        }),
      ),
      'objective/lint-not-waived',
      { findings: `closed-day (${share}), no-baseline (6.1.1)` },
    ],
    [
      'at rest',
      suspended.when(report({ at: '2022-07-02T08:00:00.000Z' })),
      'objective/suspended',
      { share, until: '2022-09-30' },
    ],
    ['not at rest', acknowledged.when(ratify()), 'objective/not-suspended', { share }],
    ['ratified before', suspended.when(ratify()), 'objective/suspension-already-ratified', { share }],
    [
      'too long a rest',
      acknowledged.when(suspend({ until: '2023-06-30' })),
      'objective/suspension-too-long',
      { share, days: 365, limit: 180 },
    ],
    [
      'rests from tomorrow',
      acknowledged.when(suspend({ from: '2022-07-02' })),
      'objective/suspension-not-begun',
      { field: 'from', value: '2022-07-02', today: '2022-07-01' },
    ],
    [
      'rests backwards',
      acknowledged.when(suspend({ until: '2022-06-30' })),
      'value/out-of-range',
      { field: 'until', value: '2022-06-30', min: '2022-07-01' },
    ],
    ['removed again', removed.when(remove()), 'objective/removed', { share }],
    ['reported once removed', removed.when(report()), 'objective/removed', { share }],
    ['reopened once removed', removed.when(reopen()), 'objective/removed', { share }],
    [
      'removed by choice',
      acknowledged.when(remove({ cause: 'own-choice' })),
      'objective/cause-under-control',
      { cause: 'own-choice', causes: 'third-party, upstream-area, resources, change-of-law, force-majeure' },
    ],
    [
      'removed by choice, by a variation',
      acknowledged.when(remove({ cause: 'own-choice', variationId: 'v-1' })),
      'objective/cause-under-control',
      { cause: 'own-choice', causes: 'third-party, upstream-area, resources, change-of-law, force-majeure' },
    ],
    ['removed unheard', acknowledged.when(remove({ opinion: null })), 'objective/opinion-missing', { share }],
    [
      'removed unheard, by a variation',
      acknowledged.when(remove({ opinion: null, variationId: 'v-1' })),
      'objective/opinion-missing',
      { share },
    ],
    [
      'heard after the act',
      acknowledged.when(
        remove({
          opinion: {
            favourable: false,
            note: 'no',
            on: '2022-07-11',
            document: { kind: 'verbale', number: '4', date: '2022-07-11' },
            against: 'lo impone la legge',
          },
        }),
      ),
      'objective/opinion-after-act',
      { value: '2022-07-11', to: '2022-07-10' },
    ],
    [
      'justified in time',
      acknowledged.when(justify({ at: '2022-07-01T08:00:00.000Z' })),
      'objective/deadline-not-missed',
      ofDraft,
    ],
    ['justified again', justified.when(justify()), 'objective/already-justified', { ...ofDraft, status: 'submitted' }],
    ['nothing to judge', acknowledged.when(decideJustification()), 'objective/not-justified', ofDraft],
    [
      'accepted to no effect',
      after(...upTo.acknowledged, justify(), decideJustification()).when(
        decideJustification({ step: 'decisione', by: nucleo }),
      ),
      'objective/effect-missing',
      { share },
    ],
    [
      'rejected with an effect',
      after(...upTo.acknowledged, justify()).when(decideJustification({ accept: false, effect: 'full', note: 'no' })),
      'objective/effect-of-rejection',
      { share },
    ],
    [
      'ratified by a letter',
      after(...upTo.acknowledged, suspend({ act: null })).when(ratify({ act: letter })),
      'lifecycle/act-of-another-kind',
      { verb: 'suspend', kind: 'lettera', kinds },
    ],
    [
      'suspended by a letter',
      acknowledged.when(suspend({ act: letter })),
      'lifecycle/act-of-another-kind',
      { verb: 'suspend', kind: 'lettera', kinds },
    ],
    [
      'another’s to resume',
      suspended.when(resume({ by: head })),
      'lifecycle/not-yours',
      { verb: 'resume', office: 'affari-generali', who: 'segretario, giunta' },
    ],
    [
      'the office’s to hand in',
      approved.when(validate()),
      'lifecycle/not-allowed',
      {
        share,
        state: 'rendicontazione-approved',
        verb: 'validate',
        possible: 'reopen',
        from: 'proposed',
        who: 'segretario, nucleo',
      },
    ],
    [
      'the system’s to pay',
      after(...upTo.scored, makeDefinitive()).when(makeDefinitive()),
      'lifecycle/not-allowed',
      {
        share,
        state: 'definitive',
        verb: 'make-definitive',
        possible: 'liquidate, reopen',
        from: 'rendicontazione-approved',
        who: 'segretario',
      },
    ],
    [
      'a step that is not the current one',
      submitted.when(approve({ step: 'presa-atto', by: giunta, act: NOTED })),
      'approval/not-this-step',
      { step: 'presa-atto', awaited: 'verifica', office: 'segretario' },
    ],
  ])('given what is %s, when commanded, then the facts of its sentence', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });
});

/** The plan without the Segretario's share. */
function onlyRegistry() {
  const own = <T extends { readonly shareIds: readonly string[] }>(all: readonly T[]) =>
    all.filter(({ shareIds }) => shareIds.includes(REGISTRY)).map((one) => ({ ...one, shareIds: [REGISTRY] }));
  return {
    shares: archive.shares.slice(0, 1),
    indicators: own(archive.indicators),
    deadlines: own(archive.deadlines),
  };
}

function weightless() {
  return { shares: withTargets.shares.map((one) => ({ ...one, weight: null })) };
}
