import type { ApprovalSubject } from '#domain';
import type { Answer } from '../../client/ask.js';
import { toEvaluation, toObjective, toPlan, toPremiumRun, toProposal, toShareAct, toVariation } from '../../places.js';

export type Approval = Answer<'approvals'>['approvals'][number];
export type ApprovalWaiting = NonNullable<Approval['waiting']>;

type Of = Pick<Approval, 'kind' | 'streamId' | 'subject'>;

/** The id of an approval, as the API has it. */
export function approvalIdOf(kind: string, streamId: string, subject: ApprovalSubject, shareId?: string): string {
  return [kind, streamId, subject, ...(shareId === undefined ? [] : [shareId])].join('~');
}

/** Where what is approved is shown; null where it has no page of its own. */
export function placeOfSubject({ kind, streamId, subject }: Of): string | null {
  switch (kind) {
    case 'objective':
      // what is only proposed is in no plan yet
      return subject === 'objective' ? null : toObjective(streamId);
    case 'plan':
      return toPlan(streamId);
    case 'variation':
      return toVariation(streamId);
    case 'premium':
      return toPremiumRun(streamId);
    case 'evaluation':
      return toEvaluation(streamId);
    default:
      return null;
  }
}

/** Where what came back is handed in again; null where there is no page for it. */
export function placeToIntegrate(approval: Of & Pick<Approval, 'shareId' | 'deadline'>): string | null {
  const { streamId: objectiveId, subject, shareId, deadline } = approval;
  if (subject === 'objective') return toProposal(objectiveId);
  if (shareId !== null && subject === 'justification') {
    return toShareAct('justification', { objectiveId, shareId }, deadline);
  }
  if (shareId !== null && subject === 'rendicontazione') {
    return toShareAct('rendicontazione', { objectiveId, shareId });
  }
  return placeOfSubject(approval);
}

/** What somebody could do at a step that waits. */
export function standingOf({ waiting }: Pick<Approval, 'waiting'>, person: string): 'may' | 'spoken' | 'not-theirs' {
  if (waiting === null) return 'not-theirs';
  if (waiting.votes.some((vote) => vote.person === person)) return 'spoken';
  return waiting.who.some(({ persons }) => persons.includes(person)) ? 'may' : 'not-theirs';
}
