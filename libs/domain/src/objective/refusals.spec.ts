import type { RefusalCode } from '../refused.js';
import { given, type Outcome } from '../testing.js';
import {
  acknowledge,
  adjust,
  after,
  alarm,
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
  restoreMiss,
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
  chain,
  giunta,
  head,
  judging,
  NOTED,
  nucleo,
  oldChain,
  REGISTRY,
  roles,
  SECRETARY,
  segretario,
  vice,
  withTargets,
} from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { ObjectiveEvent } from './messages.js';
import { objective } from './objective.js';
import { usualLifecycle } from './usual-lifecycle.js';
import type { LifecycleVerb } from '../workflow/lifecycle.js';

const ofNucleo = { ...withTargets, shares: withTargets.shares.map((share) => ({ ...share, areaId: 'nucleo' })) };

const ofSegretario = secretaryToTheEnd.slice(0, 2);

const minutes = {
  id: 'minutes',
  shareIds: [REGISTRY],
  text: '',
  kind: 'relative',
  to: 'verbale',
  within: '30 giorni',
} as const;
const counted = { ...archive, deadlines: [...archive.deadlines, minutes] };

const nothing = after();
const own = after(...upTo.acknowledged, ...ofSegretario);
const defined = after(...upTo.defined);
const assigned = after(...upTo.assigned);
const acknowledged = after(...upTo.acknowledged);
const reported = after(...upTo.acknowledged, report());
const submitted = after(...upTo.submitted);
const approved = after(...upTo.approved);
const scored = after(...upTo.scored);
const liquidated = after(...upTo.liquidated);
const proposed = after(propose());
const explained = [
  ...upTo.acknowledged,
  alarm('2022-08-01T08:00:00.000Z'),
  justify({ through: { chain: judging, workflow: null, staff: roles } }),
];
const suspended = after(...upTo.acknowledged, suspend());
const late = suspend({
  from: '2022-07-20',
  act: { kind: 'DGC', number: '61', date: '2022-07-20' },
  at: '2022-08-05T08:00:00.000Z',
});
const missed = [...upTo.acknowledged, alarm('2022-08-01T08:00:00.000Z')];
const lifted = after(...missed, late);
const restored = after(...missed, late, restoreMiss());
const TOO_LATE = { kind: 'DGC', number: '41', date: '2022-07-19' };
const lapsed = after(
  define({ workflow: { ...usualLifecycle, suspension: { maximumDays: 180, unratifiedDays: 10 } } }),
  ...upTo.acknowledged.slice(1),
  suspend({ act: null }),
);
const reopened = after(
  ...upTo.liquidated,
  reopen(),
  ...upTo.approved.slice(upTo.submitted.length),
  score({ degree: '80', reason: 'conteggio corretto' }),
);
const closed = after(...upTo.liquidated, ...secretaryToTheEnd, close());

const byAct = (verb: LifecycleVerb) => ({
  ...usualLifecycle,
  transitions: usualLifecycle.transitions.map((transition) =>
    transition.verb === verb ? { ...transition, act: { kinds: ['DGC'] } } : transition,
  ),
});
const stranger = { id: 'u-tributi', office: 'tributi' };
const draft = { deadlineId: 'draft', instance: '2022-07-31' };
const elsewhere = { shareId: 'x' };
/** Of a time when chains were not looked at on submission. */
const stuck = given(objective)(
  {
    type: 'objective.defined.v1',
    data: { planId: 'p', objective: defined.state.objective ?? neverDefined(), horizon: '2022-12-31' },
  },
  { type: 'objective.assigned.v1', data: { shareId: SECRETARY, office: 'segretario' } },
  {
    type: 'objective.rendicontazione-submitted.v1',
    data: {
      shareId: SECRETARY,
      submission: 1,
      measurements: [],
      selfDegree: '100',
      note: '',
      evidence: [],
      chain: { ...oldChain, steps: oldChain.steps.map((step) => ({ ...step, substitute: null })) },
      submittedBy: 'u-segretario',
    },
  },
);

function neverDefined(): never {
  throw new Error('The example was not defined');
}

/** Of an approval those that the old routes meet; `approval/refusals.spec.ts` has them all. */
type Code = Extract<
  RefusalCode,
  | `objective/${string}`
  | `lifecycle/${string}`
  | `approval/${'not-this-step' | 'not-your-step' | 'own-report' | 'no-substitute' | 'too-few' | 'may-not-return' | 'act-missing'}`
  | 'approval/points-missing'
  | 'approval/chain-empty'
>;

/** A step at which two of the Nucleo must agree. */
const second = { id: 'u-nucleo-2', office: 'nucleo' };
const together = {
  step: 'decisione',
  chain: {
    ...judging,
    steps: judging.steps.slice(1).map((step) => ({ ...step, agreement: { kind: 'quorum', count: 2 } as const })),
  },
  staff: { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure(second.id, second.office)] },
};

/** Does not compile unless every code is here. */
const refusals: Record<Code, readonly Outcome<ObjectiveEvent>[]> = {
  'objective/already-defined': [defined.when(define()), liquidated.when(define())],
  'objective/not-defined': [assign(), report(), alarm(ACT.date), close()].map((command) => nothing.when(command)),
  'objective/closed': [define(), assign(), submit(), close()].map((command) => closed.when(command)),
  'objective/no-shares': [
    nothing.when(define({ objective: { ...(defined.state.objective ?? neverDefined()), shares: [] } })),
  ],
  'objective/unknown-share': [
    assign(elsewhere),
    acknowledge(elsewhere),
    report(elsewhere),
    rectify(elsewhere),
    fulfilLate(elsewhere),
    submit(elsewhere),
    sendBack(elsewhere),
    approve(elsewhere),
    score(elsewhere),
    liquidate(elsewhere),
  ].map((command) => defined.when(command)),
  'objective/unknown-indicator': [
    acknowledged.when(report({ indicatorId: 'x' })),
    acknowledged.when(submit({ measurements: [{ indicatorId: 'x', value: '1', notMeasuredBecause: null }] })),
  ],
  'objective/unknown-deadline': [
    acknowledged.when(report({ fulfils: { ...draft, deadlineId: 'x' } })),
    acknowledged.when(report({ begins: { deadlineId: 'x' } })),
    acknowledged.when(report({ fulfils: { ...draft, instance: '2022-08-01' } })),
    acknowledged.when(report({ fulfils: { deadlineId: 'after', instance: '2022-12-31' } })),
    acknowledged.when(fulfilLate({ fulfils: { ...draft, deadlineId: 'x' } })),
  ],
  'objective/office-evaluates': [
    defined.when(assign({ office: 'nucleo', offices: exampleStaff.offices })),
    nothing.when(propose({ objective: ofNucleo, staff: { ...roles, offices: exampleStaff.offices }, by: segretario })),
  ],
  'objective/office-decides': [
    defined.when(assign({ office: 'giunta', offices: exampleStaff.offices })),
    assigned.when(assign({ office: 'giunta', offices: exampleStaff.offices })),
  ],
  'objective/already-assigned': [assigned.when(assign()), liquidated.when(assign())],
  'objective/days-without-reason': [
    assigned.when(assign({ office: 'tributi', from: '2022-06-20', at: '2022-06-25T08:00:00.000Z' })),
  ],
  'objective/worked-since': [
    acknowledged.when(
      assign({ office: 'tributi', from: '2022-06-20', reason: 'errore', at: '2022-06-25T08:00:00.000Z' }),
    ),
  ],
  'objective/before-holder': [assigned.when(assign({ office: 'tributi', from: '2022-06-19' }))],
  'objective/not-assigned': [acknowledge(), report(), rectify(), fulfilLate(), submit()].map((command) =>
    defined.when(command),
  ),
  'objective/last-judge': [
    own.when(
      report({
        shareId: SECRETARY,
        indicatorId: null,
        by: { ...segretario, id: vice.id },
        judging: { chains: { rendicontazione: chain }, staff: exampleStaff },
      }),
    ),
  ],
  'objective/nobody-left': [
    defined.when(
      assign({
        shareId: SECRETARY,
        office: vice.office,
        judging: { chains: { rendicontazione: chain }, staff: exampleStaff },
      }),
    ),
  ],
  'objective/not-your-share': [
    assigned.when(acknowledge({ by: stranger })),
    acknowledged.when(report({ by: stranger })),
    reported.when(rectify({ by: stranger })),
    acknowledged.when(fulfilLate({ by: stranger })),
    acknowledged.when(submit({ by: segretario })),
  ],
  'objective/already-acknowledged': [acknowledged.when(acknowledge())],
  'objective/not-acknowledged': [report(), fulfilLate(), submit()].map((command) => assigned.when(command)),
  'objective/progress-already-reported': [reported.when(report()), reported.when(report({ value: '50' }))],
  'objective/unknown-progress': [reported.when(rectify({ progressId: 'p-2' }))],
  'objective/not-your-progress': [
    after(...upTo.acknowledged, report(), assign({ shareId: SECRETARY, office: 'segretario' })).when(
      rectify({ shareId: SECRETARY, by: segretario }),
    ),
  ],
  'objective/occurred-in-future': [
    acknowledged.when(report({ occurredOn: '2022-06-21' })),
    acknowledged.when(fulfilLate({ occurredOn: '2022-08-04' })),
    submitted.when(approve({ act: { ...ACT, date: '2023-01-21' } })),
  ],
  'objective/occurred-before-year': [
    acknowledged.when(report({ occurredOn: '2021-12-31' })),
    acknowledged.when(fulfilLate({ occurredOn: '2021-12-31' })),
    acknowledged.when(suspend({ from: '2021-12-31' })),
  ],
  'objective/term-unknown': [
    acknowledged.when(report({ begins: { deadlineId: 'draft' } })),
    acknowledged.when(report({ begins: { deadlineId: 'after' } })),
  ],
  'objective/term-already-begun': [
    after(define({ objective: counted }), assign(), acknowledge(), report({ begins: { deadlineId: 'minutes' } })).when(
      report({ begins: { deadlineId: 'minutes' }, progressId: 'p-2' }),
    ),
  ],
  'objective/deadline-passed': [acknowledged.when(report({ fulfils: draft, at: '2022-07-31T22:00:00.000Z' }))],
  'objective/deadline-not-passed': [
    acknowledged.when(fulfilLate({ at: '2022-07-31T21:59:59.999Z', occurredOn: '2022-07-31' })),
  ],
  'objective/deadline-already-answered': [
    after(...upTo.acknowledged, report({ fulfils: draft })).when(report({ fulfils: draft, progressId: 'p-2' })),
    after(...upTo.acknowledged, report({ fulfils: draft })).when(fulfilLate()),
    after(...upTo.acknowledged, fulfilLate()).when(fulfilLate()),
    after(...upTo.acknowledged, fulfilLate()).when(report({ fulfils: draft })),
  ],
  'objective/nil-return-not-allowed': [
    acknowledged.when(report({ value: null })),
    acknowledged.when(report({ value: null, fulfils: draft })),
    reported.when(rectify({ value: null })),
  ],
  'objective/rendicontazione-open': [submitted.when(submit()), submitted.when(assign({ office: 'tributi' }))],
  'objective/rendicontazione-not-open': [
    acknowledged.when(approve()),
    acknowledged.when(sendBack()),
    after(...upTo.submitted, sendBack()).when(approve()),
  ],
  'objective/rendicontazione-already-approved': [
    approved.when(submit()),
    approved.when(approve()),
    approved.when(sendBack()),
    approved.when(assign({ office: 'tributi' })),
    after(...upTo.acknowledged, report(), ...upTo.approved.slice(upTo.acknowledged.length)).when(rectify()),
  ],
  'objective/rendicontazione-not-approved': [acknowledged.when(score()), submitted.when(score())],
  'objective/indicator-not-measured': [acknowledged.when(submit({ measurements: [] }))],
  'objective/measured-or-not': [
    acknowledged.when(
      submit({
        measurements: submit().measurements.map((one) => ({ ...one, value: '25', notMeasuredBecause: 'mai misurato' })),
      }),
    ),
  ],
  'objective/already-scored': [scored.when(score()), liquidated.when(score({ degree: '0', reason: 'x' }))],
  'objective/justification-open': [after(...explained, ...upTo.approved.slice(upTo.acknowledged.length)).when(score())],
  'objective/degree-certified': [
    after(
      define({ workflow: { ...usualLifecycle, scoring: 'as-certified' } }),
      ...upTo.approved.slice(upTo.defined.length),
    ).when(score({ degree: '80', reason: 'x' })),
  ],
  'objective/reopened-by-same-act': [approved.when(reopen({ act: NOTED }))],
  'objective/before-its-fact': [approved.when(score({ on: '2023-01-09' }))],
  'objective/suspension-after-year': [
    acknowledged.when(suspend({ from: '2023-01-20', until: '2023-02-20', at: '2023-01-20T08:00:00.000Z' })),
  ],
  'objective/suspension-not-begun': [acknowledged.when(suspend({ from: '2022-07-02' }))],
  'objective/reopened-before-decision': [
    approved.when(reopen({ act: { kind: 'DGC', number: '3', date: '2022-05-31' } })),
  ],
  'objective/appeal-open': [
    after(define({ workflow: { ...usualLifecycle, appeal: { workingDays: 10 } } }), ...upTo.scored.slice(1)).when(
      makeDefinitive(),
    ),
  ],
  'objective/not-scored': [approved.when(liquidate()), approved.when(close()), defined.when(close())],
  'objective/already-liquidated': [
    liquidated.when(liquidate()),
    liquidated.when(liquidate({ runId: 'another' })),
    liquidated.when(report()),
    liquidated.when(fulfilLate()),
  ],
  'objective/not-liquidated': [scored.when(close())],
  'objective/proposal-incomplete': [nothing.when(propose({ objective: { ...withTargets, deadlines: [] } }))],
  'objective/own-proposal': [
    after(propose({ by: segretario })).when(validate({ by: segretario })),
    after(propose({ by: { ...segretario, office: head.office } })).when(returnProposal({ by: segretario })),
  ],
  'objective/points-missing': [
    proposed.when(returnProposal({ points: [] })),
    proposed.when(returnProposal({ points: [' '] })),
  ],
  'objective/lint-not-waived': [proposed.when(validate({ findings: [{ code: 'x', where: 'y' }] }))],
  'objective/suspended': [suspended.when(report({ at: '2022-07-02T08:00:00.000Z' }))],
  'objective/not-suspended': [acknowledged.when(ratify())],
  'objective/suspension-already-ratified': [suspended.when(ratify())],
  'objective/miss-not-lifted': [suspended.when(restoreMiss()), restored.when(restoreMiss())],
  'objective/act-in-time': [
    lifted.when(restoreMiss({ registered: '2022-07-31' })),
    lifted.when(restoreMiss({ registered: null })),
  ],
  'objective/rest-stands': [lapsed.when(suspend({ from: '2022-07-05', at: '2022-10-20T08:00:00.000Z' }))],
  'objective/rest-lasts': [suspended.when(suspend({ from: '2022-06-30', until: '2022-06-30' }))],
  'objective/rest-over': [lapsed.when(resume({ act: null, on: '2022-07-05', at: '2022-10-20T08:00:00.000Z' }))],
  'objective/ratified-too-late': [lapsed.when(ratify({ act: TOO_LATE, at: '2022-07-20T08:00:00.000Z' }))],
  'objective/suspension-too-long': [acknowledged.when(suspend({ until: '2023-06-30' }))],
  'objective/unratified-too-long': [
    after(
      define({ workflow: { ...usualLifecycle, suspension: { maximumDays: 180, unratifiedDays: 1 } } }),
      ...upTo.acknowledged.slice(1),
      suspend({ act: null }),
      alarm('2022-07-02T08:00:00.000Z'),
    ).when(suspend({ act: null, from: '2022-07-03', at: '2022-07-03T08:00:00.000Z' })),
  ],
  'objective/removed': [
    after(...upTo.acknowledged, remove()).when(remove()),
    after(...upTo.acknowledged, remove()).when(reopen()),
    after(...upTo.acknowledged, remove()).when(report({ at: '2022-07-12T08:00:00.000Z' })),
    after(...upTo.submitted, remove({ variationId: '2022-1' })).when(approve()),
    after(...upTo.approved, remove({ variationId: '2022-1' })).when(score()),
  ],
  'objective/cause-under-control': [acknowledged.when(remove({ cause: 'own-choice' }))],
  'objective/opinion-missing': [acknowledged.when(remove({ opinion: null }))],
  'objective/weight-after-cut-off': [acknowledged.when(remove({ weight: 'redistribute', cutOff: '2022-07-09' }))],
  'objective/opinion-after-act': [
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
  ],
  'objective/deadline-not-missed': [acknowledged.when(justify({ at: '2022-07-01T08:00:00.000Z' }))],
  'objective/already-justified': [after(...upTo.acknowledged, fulfilLate()).when(justify())],
  'objective/not-justified': [
    acknowledged.when(decideJustification()),
    after(...upTo.acknowledged, justify(), decideJustification({ accept: false, note: 'no' })).when(
      decideJustification(),
    ),
  ],
  'objective/effect-missing': [
    after(...upTo.acknowledged, justify(), decideJustification()).when(
      decideJustification({ step: 'decisione', by: nucleo }),
    ),
  ],
  'objective/effect-of-rejection': [
    after(...upTo.acknowledged, justify()).when(decideJustification({ accept: false, effect: 'full', note: 'no' })),
  ],
  'objective/effect-differs': [
    after(...upTo.acknowledged, justify(), decideJustification({ ...together, by: nucleo, effect: 'full' })).when(
      decideJustification({ ...together, by: second, effect: 'reduced' }),
    ),
  ],
  'objective/adjustment-needed': [reopened.when(liquidate({ runId: 'another' }))],
  'objective/nothing-to-adjust': [liquidated.when(adjust()), scored.when(adjust())],
  'objective/adjusted-above-degree': [reopened.when(adjust({ amount: '99999' }))],
  'lifecycle/not-allowed': [
    acknowledged.when(resume()),
    assigned.when(propose()),
    scored.when(suspend()),
    approved.when(remove()),
    proposed.when(define()),
    proposed.when(propose()),
    submitted.when(reopen()),
    approved.when(validate()),
  ],
  'lifecycle/not-yours': [
    acknowledged.when(suspend({ by: head })),
    acknowledged.when(remove({ by: head })),
    suspended.when(resume({ by: head })),
    nothing.when(propose({ by: stranger })),
    proposed.when(validate({ by: head })),
    scored.when(makeDefinitive({ by: stranger })),
    scored.when(reopen({ by: stranger })),
  ],
  'lifecycle/own-outcome': [scored.when(makeDefinitive({ by: head })), scored.when(reopen({ by: head }))],
  'lifecycle/own-share': [
    own.when(suspend({ shareId: SECRETARY })),
    own.when(remove({ shareId: SECRETARY })),
    own.when(assign({ shareId: SECRETARY, office: head.office, staff: roles })),
    defined.when(assign({ office: segretario.office, staff: roles })),
    after(...upTo.acknowledged, ...ofSegretario, suspend({ shareId: SECRETARY, act: null, by: giunta })).when(
      ratify({ shareId: SECRETARY }),
    ),
  ],
  'lifecycle/act-missing': [
    after(define({ workflow: byAct('resume') }), ...upTo.acknowledged.slice(1), suspend()).when(resume()),
    after(define({ workflow: byAct('make-definitive') }), ...upTo.scored.slice(1)).when(makeDefinitive()),
    after(define({ workflow: byAct('close') }), ...upTo.liquidated.slice(1), ...secretaryToTheEnd).when(close()),
  ],
  'lifecycle/act-of-another-kind': [
    acknowledged.when(suspend({ act: { kind: 'nota', number: '1', date: '2022-06-30' } })),
    after(...upTo.acknowledged, suspend({ act: null })).when(
      ratify({ act: { kind: 'nota', number: '1', date: '2022-07-05' } }),
    ),
  ],
  'approval/not-this-step': [
    submitted.when(approve({ step: 'presa-atto', by: giunta, act: NOTED })),
    submitted.when(sendBack({ step: 'certificazione', by: nucleo })),
    submitted.when(approve({ step: 'x' })),
  ],
  'approval/not-your-step': [
    submitted.when(approve({ by: nucleo })),
    submitted.when(sendBack({ by: stranger })),
    // the substitute acts only where the office would judge itself
    submitted.when(approve({ by: vice })),
    // a role alone certifies nothing
    approved.when(score({ by: stranger })),
  ],
  'approval/own-report': [
    submitted.when(approve({ by: head })),
    submitted.when(approve({ by: { ...head, office: 'segretario' } })),
    submitted.when(sendBack({ by: head })),
    approved.when(score({ by: head })),
  ],
  'approval/no-substitute': [
    stuck.when(approve({ shareId: SECRETARY, by: vice })),
    stuck.when(sendBack({ shareId: SECRETARY, by: segretario })),
    acknowledged.when(
      submit({
        chain: {
          ...chain,
          steps: chain.steps.map((step) => ({
            ...step,
            who: [{ office: head.office }],
            substitute: { office: head.office },
          })),
        },
      }),
    ),
  ],
  'approval/too-few': [
    acknowledged.when(
      submit({
        chain: {
          ...chain,
          steps: chain.steps.map((step) => ({
            ...step,
            who: [{ relation: 'other-areas' as const }],
            agreement: { kind: 'quorum' as const, count: 3 },
          })),
        },
      }),
    ),
  ],
  'approval/may-not-return': [
    after(...upTo.submitted, approve(), approve({ step: 'certificazione', by: nucleo })).when(
      sendBack({ step: 'presa-atto', by: giunta }),
    ),
  ],
  'approval/act-missing': [
    after(...upTo.submitted, approve(), approve({ step: 'certificazione', by: nucleo })).when(
      approve({ step: 'presa-atto', by: giunta }),
    ),
  ],
  'approval/points-missing': [
    submitted.when(sendBack({ points: [] })),
    submitted.when(sendBack({ points: ['x', ' '] })),
  ],
  'approval/chain-empty': [acknowledged.when(submit({ chain: { ...chain, steps: [] } }))],
};

describe('an objective refuses', () => {
  it.each(Object.entries(refusals))('given a reason for %s, when commanded, then it says so', (code, outcomes) => {
    expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ refusal: code })));
  });
});
