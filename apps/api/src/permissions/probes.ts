import type { RouteName } from '#contract';
import { waitingOn, type LocalDate, type ObjectiveState, type ShareState } from '#domain';
import type { WorkflowInForce } from '../workflow/workflow-in-force.js';

/** What a command is asked about. */
export interface Subject {
  readonly objectiveId: string;
  readonly state: ObjectiveState;
  readonly share: ShareState;
  readonly today: LocalDate;
  readonly workflow: WorkflowInForce;
}

/** With what a command is asked: as sound as anybody could send it now, so that only a rule can stand in its way. */
export interface Probe {
  readonly params?: object;
  readonly body?: unknown;
}

/** Commands on a share, each with a body that nothing could be said against but by the rules. */
export const probes: Readonly<Partial<Record<RouteName, (subject: Subject) => Probe>>> = {
  assign: ({ share }) => ({ body: { office: share.office === share.areaId ? 'segretario-generale' : share.areaId } }),
  acknowledge: () => ({}),
  reportProgress: () => ({ body: { value: '0', note: '' } }),
  rectifyProgress: ({ share }) => ({
    params: { progressId: share.progress.at(-1)?.progressId ?? 'nessuno' },
    body: { value: '0', note: '', reason: '-' },
  }),
  fulfilLate: ({ share, today }) => ({
    body: { fulfils: lateIn(share, today), justification: { reason: 'other', note: '' } },
  }),
  submitRendicontazione: ({ share }) => ({
    body: {
      measurements: share.indicatorIds.map((indicatorId) => ({ indicatorId, value: '-' })),
      selfDegree: '0',
      note: '',
    },
  }),
  returnRendicontazione: (subject) => ({ body: { step: stepOf(subject), points: ['-'] } }),
  approveRendicontazione: (subject) => ({ body: { step: stepOf(subject), note: '', act: actFor(subject) } }),
  score: ({ share }) => ({ body: { degree: share.rendicontazione?.selfDegree ?? '0', reason: '-' } }),
};

/** Commands on the objective as a whole. */
export const wholeProbes: Readonly<Partial<Record<RouteName, () => Probe>>> = {
  closeObjective: () => ({}),
};

function lateIn({ deadlines }: ShareState, today: LocalDate) {
  const standing = deadlines.find(({ status }) => status === 'missed') ?? deadlines[0];
  return { deadlineId: standing?.deadlineId ?? '-', instance: standing?.instance ?? today };
}

/** The step that is awaited; where none is, any: that none is awaited is then the answer. */
function stepOf({ state, share }: Subject): string {
  return waitingOn(state).find(({ shareId, step }) => shareId === share.shareId && step !== null)?.step ?? '-';
}

/** An act of today, of a kind that the step takes. */
function actFor(subject: Subject) {
  const chain = subject.workflow.chainFor('rendicontazione');
  const kinds = chain?.steps.find(({ id }) => id === stepOf(subject))?.act?.kinds;
  return { kind: kinds?.[0] ?? 'DGC', number: '1', date: subject.today };
}
