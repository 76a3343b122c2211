import type { ApprovalSubject } from './definition.js';
import { lifecycleStates, type LifecycleState, type LifecycleVerb } from './lifecycle.js';

/** What a file may say of a verb beside where it leads: what stands there besides, nothing would obey. */
export interface SaidOf {
  /** From where it can begin. */
  readonly from: readonly LifecycleState[];
  /** `assignee`: it is of whoever answers for the share; `nobody`: it follows from something else. */
  readonly who: 'anybody' | 'assignee' | 'nobody';
  /** The chain whose end brings it, where there is one: then its steps say whose it is. */
  readonly chain?: ApprovalSubject;
  /** Whether it takes an act of its own. */
  readonly act: boolean;
}

const BEFORE_PLAN: readonly LifecycleState[] = ['draft', 'proposed', 'validated'];
const REPORTED: readonly LifecycleState[] = [
  'rendicontazione-submitted',
  'rendicontazione-approved',
  'definitive',
  'liquidated',
];
const BY_REPORTER = {
  from: ['in-progress', 'rendicontazione-returned', 'suspended'],
  who: 'assignee',
  act: false,
} as const;
const OF_REPORTS = {
  from: ['rendicontazione-submitted', 'suspended'],
  who: 'nobody',
  chain: 'rendicontazione',
  act: false,
} as const;

/** Nothing happens to what is over but that it is reopened. */
const allBut = (...states: readonly LifecycleState[]) =>
  lifecycleStates.filter((state) => state !== 'closed' && !states.includes(state));

export const SAID_OF: Readonly<Record<LifecycleVerb, SaidOf>> = {
  propose: { from: BEFORE_PLAN, who: 'anybody', act: false },
  'return-proposal': { from: BEFORE_PLAN, who: 'anybody', chain: 'objective', act: false },
  'withdraw-proposal': { from: BEFORE_PLAN, who: 'anybody', act: false },
  validate: { from: BEFORE_PLAN, who: 'anybody', chain: 'objective', act: false },
  // the plan is approved, by its own act
  approve: { from: BEFORE_PLAN, who: 'nobody', chain: 'plan', act: false },
  assign: { from: allBut(...REPORTED), who: 'anybody', act: true },
  acknowledge: { from: ['assigned', 'suspended'], who: 'assignee', act: false },
  suspend: { from: allBut(), who: 'anybody', act: true },
  resume: { from: ['suspended'], who: 'anybody', act: true },
  remove: { from: allBut(), who: 'anybody', act: true },
  'submit-rendicontazione': BY_REPORTER,
  'return-rendicontazione': OF_REPORTS,
  'approve-rendicontazione': OF_REPORTS,
  'make-definitive': {
    from: ['rendicontazione-approved', 'definitive', 'liquidated', 'suspended'],
    who: 'anybody',
    act: true,
  },
  // from where it may be paid, the law says
  liquidate: { from: allBut('liquidated'), who: 'anybody', act: true },
  close: {
    from: ['removed', 'rendicontazione-approved', 'definitive', 'liquidated', 'suspended'],
    who: 'anybody',
    act: true,
  },
  reopen: {
    from: ['rendicontazione-approved', 'definitive', 'liquidated', 'closed', 'suspended'],
    who: 'anybody',
    act: true,
  },
};

/** Where a body pays, what is closed was paid or taken out. */
export const UNPAID: readonly LifecycleState[] = ['rendicontazione-approved', 'definitive'];
