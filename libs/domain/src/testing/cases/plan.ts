import { people, step, who } from '../approval.js';
import { ACT, DECIDED, document, head, MORNING, NEXT_YEAR, REGISTRY, staff } from '../example.js';
import { exampleStaff } from '../staff.js';
import { possible } from './case.js';

const issued = { by: staff, at: MORNING };
const system = { id: 'system', office: 'system' };
const resolution = step('delibera', { who: [{ office: 'giunta' }], act: { kinds: ['DGC'] } });
const planChain = { id: 'plan', version: 1, steps: [step('parere'), resolution] };

const draft = { type: 'plan.draft', planId: 'demo-2022', document, ...issued } as const;
const redraft = { ...draft, document: { ...document, title: 'Piano corretto' } } as const;
const approvePlan = { type: 'plan.approve', act: ACT, ...issued } as const;
const enter = { type: 'plan.enter-into-force', from: '2022-01-01', ...issued } as const;
const closePlan = { type: 'plan.close', act: ACT, ...issued } as const;
const proposePlan = { type: 'plan.propose', chain: planChain, workflow: null, staff: people, ...issued } as const;
const change = { kind: 'move-deadline', objectiveId: '6.1.1', deadlineId: 'draft', to: '2022-10-31' } as const;
const varyPlan = {
  type: 'plan.vary',
  variationId: 'demo-2022-1',
  changes: [change],
  act: ACT,
  objectives: {},
  ...issued,
} as const;

const removeShare = {
  type: 'plan.remove-share',
  objectiveId: '6.1.1',
  shareId: REGISTRY,
  weight: 'neutralise',
  act: ACT,
  objectives: {},
  ...issued,
} as const;

const surroundings = {
  document,
  planStatus: 'in-force',
  objectives: {},
  underWay: {},
  cutOff: '2022-12-15',
} as const;
const request = {
  type: 'variation.request',
  variationId: 'demo-2022-1',
  planId: 'demo-2022',
  requestId: 'r-1',
  reason: 'gara deserta',
  changes: [change],
  surroundings,
  chain: { id: 'variation', version: 1, steps: [resolution] },
  workflow: null,
  staff: people,
  by: head,
  at: MORNING,
} as const;
const decideVariation = {
  type: 'variation.take-step',
  step: 'delibera',
  outcome: 'approve',
  note: '',
  act: DECIDED,
  points: [],
  returnBy: null,
  degree: null,
  reason: '',
  surroundings,
  staff: people,
  by: who.giunta,
  at: MORNING,
} as const;
const sendBackVariation = { ...decideVariation, outcome: 'return', act: null, points: ['manca il parere'] } as const;
const approvedVariation = [request, decideVariation] as const;

/** Of the day of the run. */
const signed = { kind: 'determina', number: '7', date: '2023-01-20' };
const liquidateRun = { type: 'premium.liquidate', act: signed, staff: exampleStaff, by: staff, at: NEXT_YEAR } as const;
const compute = {
  type: 'premium.compute',
  runId: 'areas-2022',
  planId: 'demo-2022',
  scope: { kind: 'areas' },
  fund: '1000',
  claims: [
    { objectiveId: 'demo-2022-6.1.1', shareId: REGISTRY, areaId: 'affari-generali', weight: '10', degree: '95' },
  ],
  by: staff,
  at: NEXT_YEAR,
} as const;

const settleRun = {
  type: 'premium.settle',
  runId: 'areas-2022-bis',
  earlier: {
    runId: 'areas-2022',
    planId: 'demo-2022',
    scope: { kind: 'areas' },
    reserve: '950.00',
    awaited: [{ ...compute.claims[0], amount: '950.00', persons: ['u-head'] }],
    liquidated: true,
  },
  shares: [{ shareId: REGISTRY, degree: '95', isPaid: false, fromReserve: '0.00' }],
  route: null,
  standing: { period: { from: '2022-01-01', to: '2022-12-31' }, evaluated: ['u-head'] },
  staff: exampleStaff,
  by: staff,
  at: NEXT_YEAR,
} as const;

const adjustRun = {
  type: 'premium.adjust',
  runId: 'conguaglio',
  planId: 'demo-2022',
  claim: { ...compute.claims[0], degree: '80' },
  paid: { runId: 'areas-2022', amount: '950.00', byRun: '950.00', degree: '95' },
  scoredOn: '2023-01-19',
  amount: '800',
  route: null,
  period: { from: '2022-01-01', to: '2022-12-31' },
  staff: exampleStaff,
  by: staff,
  at: NEXT_YEAR,
} as const;

const bindShares = { type: 'plan.bind-premium', runId: 'aree', shares: [REGISTRY], withdrawn: [], ...issued } as const;

const computeOnItsWay = {
  ...compute,
  route: { chain: { id: 'premium-run', version: 1, steps: [step('controllo')] }, workflow: null },
} as const;
const proposeRun = {
  type: 'premium.propose',
  documents: [],
  standing: {
    planStatus: 'in-force',
    degrees: { [REGISTRY]: '95' },
    period: { from: '2022-01-01', to: '2022-12-31' },
  },
  staff: exampleStaff,
  by: staff,
  at: NEXT_YEAR,
} as const;

/** What is done to a plan, to a change of it and to what is paid for it. */
export const onPlans = {
  'plan.draft': [
    possible('plan', [], draft, 'nothing', redraft),
    possible('plan', [draft], redraft, 'nothing', approvePlan),
  ],
  'plan.approve': [possible('plan', [draft], approvePlan, 'plan/already-approved', proposePlan)],
  'plan.propose': [possible('plan', [draft], proposePlan, 'plan/approval-under-way', approvePlan)],
  'plan.vary': [
    possible('plan', [draft, approvePlan, enter], varyPlan, 'variation/already-applied', {
      ...varyPlan,
      variationId: 'demo-2022-2',
      changes: [{ ...change, to: '2022-11-30' }],
    }),
  ],
  'plan.remove-share': [
    possible('plan', [draft, approvePlan, enter], removeShare, 'nothing', { ...removeShare, weight: 'redistribute' }),
  ],
  'plan.bind-premium': [
    possible('plan', [draft, approvePlan, enter], bindShares, 'nothing', { ...bindShares, shares: ['altra'] }),
  ],
  'plan.enter-into-force': [possible('plan', [draft, approvePlan], enter, 'plan/already-in-force')],
  'plan.close': [possible('plan', [draft, approvePlan, enter], closePlan, 'plan/closed', varyPlan)],
  'premium.compute': [possible('premium', [], compute, 'premium/already-computed', { ...compute, fund: '2000' })],
  'premium.settle': [possible('premium', [], settleRun, 'premium/already-computed', compute)],
  'premium.adjust': [possible('premium', [], adjustRun, 'premium/already-computed', { ...adjustRun, amount: '700' })],
  'premium.propose': [possible('premium', [computeOnItsWay], proposeRun, 'premium/already-proposed')],
  'premium.withdraw': [
    possible(
      'premium',
      [compute],
      {
        type: 'premium.withdraw',
        reason: 'Grado corretto',
        act: signed,
        staff: exampleStaff,
        by: staff,
        at: NEXT_YEAR,
      },
      'premium/withdrawn',
    ),
  ],
  'premium.liquidate': [possible('premium', [compute], liquidateRun, 'premium/already-liquidated')],
  'variation.request': [possible('variation', [], request, 'variation/already-requested')],
  'variation.resubmit': [
    possible(
      'variation',
      [request, sendBackVariation],
      { ...request, type: 'variation.resubmit' },
      'variation/not-returned',
      { type: 'variation.withdraw', reason: 'non serve più', by: head, at: MORNING },
    ),
  ],
  'variation.take-step': [possible('variation', [request], decideVariation, 'approval/not-open', sendBackVariation)],
  'variation.withdraw': [
    possible(
      'variation',
      [request],
      { type: 'variation.withdraw', reason: 'non serve più', by: head, at: MORNING },
      'variation/decided',
      decideVariation,
    ),
  ],
  'variation.mark-applied': [
    possible(
      'variation',
      approvedVariation,
      { type: 'variation.mark-applied', planVersion: 2, by: system, at: MORNING },
      'nothing',
      { type: 'variation.mark-not-applied', code: 'plan/closed', by: system, at: MORNING },
    ),
  ],
  'variation.mark-not-applied': [
    possible(
      'variation',
      approvedVariation,
      { type: 'variation.mark-not-applied', code: 'plan/closed', by: system, at: MORNING },
      'nothing',
    ),
  ],
  'variation.note-answering': [
    possible(
      'variation',
      [request],
      { type: 'variation.note-answering', office: 'tributi', by: system, at: MORNING },
      'nothing',
    ),
  ],
};
