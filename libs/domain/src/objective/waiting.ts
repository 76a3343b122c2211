import { askedAt, currentStep } from '../approval/approval.js';
import type { LocalDate } from '../values.js';
import { holdsOff } from './justification-waits.js';
import { isBound, type ObjectiveState, type ShareState } from './state.js';
import { isFrozen } from './suspension.js';

/** Something that waits for somebody. */
export interface Waiting {
  readonly shareId: string;
  readonly action:
    | 'assign'
    | 'acknowledge'
    | 'answer-deadline'
    | 'fulfil-late'
    | 'submit-rendicontazione'
    | 'integrate-rendicontazione'
    | 'approve-rendicontazione'
    | 'score'
    | 'liquidate-premium'
    | 'decide-justification'
    | 'ratify-suspension'
    | 'adjust-premium';
  /** Who must act; null where it is a matter of role, not of one office. */
  readonly office: string | null;
  readonly step: string | null;
  readonly deadline: { readonly deadlineId: string; readonly instance: LocalDate; readonly dueOn: LocalDate } | null;
}

/** All that waits on an objective, share by share; the inbox shows each office its own. */
export function waitingOn(state: ObjectiveState): readonly Waiting[] {
  return state.closed ? [] : state.shares.flatMap(waitingOnShare);
}

function waitingOnShare(share: ShareState): readonly Waiting[] {
  const { shareId, office } = share;
  const waits = (action: Waiting['action'], who: string | null = office, step: string | null = null): Waiting => ({
    shareId,
    action,
    office: who,
    step,
    deadline: null,
  });
  if (share.premium !== null || share.removal !== null) return [];
  const justified = justificationsWaiting(share, waits);
  if (share.suspension !== null) {
    const missed = deadlinesWaiting(share, waits);
    const ratify = share.suspension.act === null ? [waits('ratify-suspension', null)] : [];
    return [...missed, ...justified, ...ratify];
  }
  if (office === null) return [waits('assign')];
  if (!share.acknowledged) return [waits('acknowledge')];
  const late = share.definitive === null ? deadlinesWaiting(share, waits) : [];
  return [...late, ...justified, ...reportWaiting(share, waits)];
}

type Waits = (action: Waiting['action'], who?: string | null, step?: string | null) => Waiting;

function deadlinesWaiting(share: ShareState, waits: Waits): readonly Waiting[] {
  return share.deadlines
    .filter(
      (standing) =>
        (standing.status === 'open' && isBound(share) && !isFrozen(share, standing)) || standing.status === 'missed',
    )
    .map(({ deadlineId, instance, dueOn, status }) => ({
      ...waits(status === 'open' ? 'answer-deadline' : 'fulfil-late'),
      deadline: { deadlineId, instance, dueOn },
    }));
}

/** Each for the offices that its step asks; before the first step for whoever begins. */
function justificationsWaiting(share: ShareState, waits: Waits): readonly Waiting[] {
  return share.deadlines.flatMap(({ deadlineId, instance, dueOn, justification }) => {
    if (justification?.status !== 'submitted') return [];
    const deadline = { deadlineId, instance, dueOn };
    const { approval } = justification;
    const step = approval === null ? null : currentStep(approval);
    if (approval?.status === 'returned') return []; // with those who gave it
    const offices = approval === null || step === null ? [null] : askedAt(approval, step.id);
    return offices.map((office) => ({ ...waits('decide-justification', office, step?.id ?? null), deadline }));
  });
}

function reportWaiting(share: ShareState, waits: Waits): readonly Waiting[] {
  const report = share.rendicontazione;
  if (report === null) return [waits('submit-rendicontazione')];
  if (report.status === 'returned' || report.status === 'rejected') return [waits('integrate-rendicontazione')];
  const step = currentStep(report);
  if (step !== null) {
    const asked = askedAt(report, step.id);
    return (asked.length === 0 ? [null] : asked).map((office) => waits('approve-rendicontazione', office, step.id));
  }
  if (share.score === null) {
    return share.deadlines.some(({ justification }) => holdsOff(justification)) ? [] : [waits('score', null)];
  }
  return [waits(share.adjusting === null ? 'liquidate-premium' : 'adjust-premium', null)];
}
