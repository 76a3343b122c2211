import type { CertifiedShare } from '#domain';
import type { StandingEvaluation } from '#read-model';
import type { Answer } from '../http/call.js';

export type View = Answer<'inbox'>['evaluations'][number];

/** Whoever only brings it on reads how far it is, and nothing of the judgement. */
export function viewOf(found: StandingEvaluation): View | null {
  const { evaluationId, state, grounds, step, approvalId, awaits, nameable, changes, uncertified, revision } = found;
  if (state.opened === null) return null;
  const { planId, person, offices, evaluator, route } = state.opened;
  const { status, observationsUntil, conciliationUntil, conciliator } = state;
  const { score, correction, hearing } = state;
  const said = grounds === null ? { score: null, correction: null, hearing: null } : { score, correction, hearing };
  const { results, hearingBelow } = route.terms;
  return {
    evaluationId,
    planId,
    person,
    offices,
    evaluator,
    status,
    ...said,
    observationsUntil,
    step,
    approvalId,
    conciliationUntil,
    conciliator,
    terms: {
      results,
      hearingBelow,
      evaluators: nameable.evaluators && [...nameable.evaluators],
      conciliators: nameable.conciliators && [...nameable.conciliators],
    },
    grounds: grounds && {
      ...grounds,
      changes: changes.map(({ objectiveId, shareId, before, now }) => ({
        objectiveId,
        shareId,
        before: asCounted(before),
        now: asCounted(now),
      })),
    },
    awaits: awaits.map(({ action, until, due }) => ({ action, until, due })),
    changed: changes.map(({ shareId }) => shareId),
    awaitsCertification: uncertified.map(({ objectiveId, shareId }) => ({ objectiveId, shareId })),
    revision,
  };
}

function asCounted(share: CertifiedShare | null) {
  return share && { weight: share.weight, degree: share.degree };
}
