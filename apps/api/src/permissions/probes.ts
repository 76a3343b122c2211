import type { RouteName } from '#contract';
import {
  addDays,
  asProposed,
  currentStep,
  unratifiedIn,
  usualLifecycle,
  waitingOn,
  type Approval,
  type ApprovalSubject,
  type InstanceRef,
  type LifecycleVerb,
  type LocalDate,
  type ObjectiveState,
  type ShareState,
  type Waiting,
  type WorkflowDefinition,
} from '#domain';

/** What a command on the objective as a whole is asked about. */
export interface OfTheWhole {
  readonly objectiveId: string;
  readonly state: ObjectiveState;
  readonly today: LocalDate;
  /** In force. */
  readonly definition: WorkflowDefinition;
  /** Areas of its plan, those first to which nobody who gives shares belongs. */
  readonly areas: readonly string[];
}

/** What a command on a share is asked about. */
export interface Subject extends OfTheWhole {
  readonly share: ShareState;
}

/** With what a command is asked: as sound as anybody could send it now, so that only a rule can stand in its way. */
export interface Probe {
  readonly params?: object;
  readonly body?: unknown;
}

/** Commands on a share, each with a body that nothing could be said against but by the rules. */
export const probes: Readonly<Partial<Record<RouteName, (subject: Subject) => Probe>>> = {
  assign: (subject) => ({ body: { office: anotherFor(subject), act: actFor(subject, 'assign'), knowingly: true } }),
  acknowledge: () => ({}),
  // whether they may: what it brings with it is told beside
  reportProgress: () => ({ body: { value: '0', note: '-', knowingly: true } }),
  rectifyProgress: ({ share }) => ({
    params: { progressId: share.progress.at(-1)?.progressId ?? 'nessuno' },
    body: { value: '0', note: '', reason: '-', knowingly: true },
  }),
  fulfilLate: ({ share, today }) => ({
    body: { fulfils: lateIn(share, today), justification: { reason: 'other', note: '-' }, knowingly: true },
  }),
  submitRendicontazione: ({ share }) => ({
    body: {
      measurements: share.indicatorIds.map((indicatorId) => ({ indicatorId, value: '-' })),
      selfDegree: '0',
      note: '',
      knowingly: true,
    },
  }),
  returnRendicontazione: (subject) => ({ body: { step: reportStep(subject), points: ['-'] } }),
  approveRendicontazione: (subject) => ({
    body: {
      step: reportStep(subject),
      note: '',
      act: actAt(subject, 'rendicontazione', subject.share.rendicontazione),
    },
  }),
  score: ({ share }) => ({
    body: { degree: share.rendicontazione?.degree ?? share.rendicontazione?.selfDegree ?? '0', reason: '-' },
  }),
  suspend: (subject) => ({
    body: { reason: '-', until: addDays(subject.today, 1), act: actFor(subject, 'suspend') },
  }),
  ratifySuspension: (subject) => ({ body: { act: { ...actFor(subject, 'suspend'), date: inTime(subject) } } }),
  restoreMiss: ({ share, today }) => ({ body: { missed: liftedIn(share, today), reason: '-' } }),
  resume: (subject) => ({ body: { reason: '-', act: actFor(subject, 'resume') } }),
  removeShare: (subject) => ({
    body: {
      cause: 'third-party',
      note: '-',
      act: actFor(subject, 'remove'),
      opinion: {
        favourable: true,
        note: '-',
        on: subject.today,
        document: { kind: 'verbale', number: '4', date: subject.today },
      },
      weight: 'neutralise',
    },
  }),
  justify: ({ share, today }) => ({
    body: { missed: unjustifiedIn(share, today), justification: { reason: 'other', note: '-' }, knowingly: true },
  }),
  decideJustification: (subject) => {
    const { step, missed, approval } = justificationIn(subject);
    const said = { missed, step, accept: true, effect: 'full', note: '-' };
    return { body: { ...said, act: actAt(subject, 'justification', approval) } };
  },
  makeDefinitive: (subject) => ({ body: { note: '', act: actAsked(subject, 'make-definitive') } }),
  reopen: (subject) => ({ body: { reason: '-', act: actFor(subject, 'reopen') } }),
  adjustPremium: () => ({ body: { amount: '0.00' } }),
};

/** Commands on the objective as a whole. */
export const wholeProbes: Readonly<Partial<Record<RouteName, (subject: OfTheWhole) => Probe>>> = {
  proposeObjective: ({ state: { objective, horizon } }) => ({
    body: objective === null || horizon === null ? {} : asProposed(objective, horizon),
  }),
  returnProposal: (subject) => ({ body: { step: proposalStep(subject), points: ['-'] } }),
  withdrawProposal: () => ({ body: { reason: '-' } }),
  validateProposal: (subject) => ({ body: { step: proposalStep(subject), waiver: '-' } }),
  closeObjective: (subject) => ({ body: { act: actAsked(subject, 'close') } }),
};

/** An office that has not the share: whoever may give it to somebody is not asked whether it may be theirs. */
function anotherFor({ share, definition, areas }: Subject): string {
  if (share.office !== share.areaId) return share.areaId;
  const another = areas.find((area) => area !== share.areaId);
  if (another !== undefined) return another;
  const segretario = definition.offices.find((office) => office.function === 'segretario');
  return segretario?.id ?? 'segretario-generale';
}

/** Today, or the last day on which an act could ratify the rest that lacks one. */
function inTime({ share, today }: Subject): LocalDate {
  const { unratifiedUntil = today } = unratifiedIn(share) ?? {};
  return unratifiedUntil < today ? unratifiedUntil : today;
}

function lateIn({ deadlines }: ShareState, today: LocalDate) {
  const standing = deadlines.find(({ status }) => status === 'missed') ?? deadlines[0];
  return { deadlineId: standing?.deadlineId ?? '-', instance: standing?.instance ?? today };
}

/** The first whose act is not known to have come in time; where none was lifted, any: that none was is then the answer. */
function liftedIn(share: ShareState, today: LocalDate) {
  const { standing } = share.lifted?.[0] ?? {};
  return standing === undefined
    ? lateIn(share, today)
    : { deadlineId: standing.deadlineId, instance: standing.instance };
}

/** Why may be said of each that was missed, answered since or not, while nothing said for it counts. */
function unjustifiedIn(share: ShareState, today: LocalDate) {
  const found = share.deadlines.find(
    ({ status, justification }) =>
      (status === 'missed' || status === 'fulfilled-late') &&
      (justification === null || justification.status === 'rejected' || justification.approval?.status === 'returned'),
  );
  return found === undefined ? lateIn(share, today) : { deadlineId: found.deadlineId, instance: found.instance };
}

/** What waits on a share, where it waits for a step of a chain. */
function stepWaiting({ state, share }: Subject, action: Waiting['action']): Waiting | undefined {
  return waitingOn(state).find(
    (waiting) => waiting.shareId === share.shareId && waiting.action === action && waiting.step !== null,
  );
}

/** The step that is awaited; where none is, any: that none is awaited is then the answer. */
function reportStep(subject: Subject): string {
  return stepWaiting(subject, 'approve-rendicontazione')?.step ?? '-';
}

function justificationIn(subject: Subject) {
  const waiting = stepWaiting(subject, 'decide-justification');
  const { share, today, definition } = subject;
  const isMeant = ({ deadlineId, instance }: InstanceRef) =>
    waiting?.deadline?.deadlineId === deadlineId && waiting.deadline.instance === instance;
  const submitted = share.deadlines.filter(({ justification }) => justification?.status === 'submitted');
  const found = submitted.find(isMeant) ?? submitted[0];
  return {
    approval: found?.justification?.approval ?? null,
    step: waiting?.step ?? definition.chains.justification?.steps[0]?.id ?? '-',
    missed: found === undefined ? lateIn(share, today) : { deadlineId: found.deadlineId, instance: found.instance },
  };
}

/** Of a proposal: the step that judges it; null where the body has no chain for it. */
function proposalStep({ state, definition }: OfTheWhole): string | null {
  const approval = state.proposal?.approval ?? null;
  const step = approval === null ? null : currentStep(approval);
  return step?.id ?? definition.chains.objective?.steps[0]?.id ?? null;
}

/** No act of any year has it, so no register dates it otherwise. */
const NO_ACT = '0';

/** An act of today, of a kind that the step takes which is awaited. */
function actAt({ definition, today }: Subject, subject: ApprovalSubject, approval: Approval | null) {
  const step = approval === null ? definition.chains[subject]?.steps[0] : currentStep(approval);
  const kinds = step?.act?.kinds;
  return { kind: kinds?.[0] ?? 'DGC', number: NO_ACT, date: today };
}

/** An act of today, of a kind that the transition takes. */
function actFor({ state, today }: OfTheWhole, verb: LifecycleVerb) {
  const kinds = kindsOf(state, verb);
  return { kind: kinds?.[0] ?? 'DGC', number: NO_ACT, date: today };
}

/** The same where the body asks for one; else it happens by none. */
function actAsked(subject: OfTheWhole, verb: LifecycleVerb) {
  return kindsOf(subject.state, verb) === undefined ? null : actFor(subject, verb);
}

function kindsOf({ workflow }: ObjectiveState, verb: LifecycleVerb) {
  const { transitions } = workflow ?? usualLifecycle;
  return transitions.find((one) => one.verb === verb && one.act !== null)?.act?.kinds;
}
