/** Addresses of screens inside the page. */
export const toObjective = (objectiveId: string) => `/objectives/${encodeURIComponent(objectiveId)}`;

export const toPremiumRun = (runId: string) => `/premiums/${encodeURIComponent(runId)}`;

export type ShareAct =
  | 'assignment'
  | 'acknowledgement'
  | 'progress'
  | 'late-fulfilment'
  | 'justification'
  | 'decision'
  | 'rendicontazione'
  | 'approval'
  | 'score'
  | 'definitive'
  | 'suspension'
  | 'ratification'
  | 'resumption'
  | 'removal'
  | 'reopening'
  | 'adjustment';

/** The form of an act on a share; `occasion` is the deadline that it answers. */
export function toShareAct(
  act: ShareAct,
  { objectiveId, shareId }: { readonly objectiveId: string; readonly shareId: string },
  occasion?: { readonly deadlineId: string; readonly instance: string } | null,
): string {
  const asked = occasion && new URLSearchParams({ deadline: occasion.deadlineId, instance: occasion.instance });
  return `${toObjective(objectiveId)}/shares/${encodeURIComponent(shareId)}/${act}${asked ? `?${asked.toString()}` : ''}`;
}

/** Where the fact is told with which a deadline of the share begins. */
export const toFact = (share: { readonly objectiveId: string; readonly shareId: string }, deadlineId: string) =>
  `${toShareAct('progress', share)}?${new URLSearchParams({ begins: deadlineId }).toString()}`;

export const toRectification = (objectiveId: string, shareId: string, progressId: string) =>
  `${toObjective(objectiveId)}/shares/${encodeURIComponent(shareId)}/rectification/${encodeURIComponent(progressId)}`;

export const toPlan = (planId: string) => `/plans/${planId}`;

export const toPlanTable = (planId: string) => `/plans/${planId}/table`;

export const toAct = (actId: string) => `/acts/${encodeURIComponent(actId)}`;

/** The form that registers an act; what is known of one that is cited is filled in. */
export function toNewAct(cited: { readonly kind: string; readonly number: string; readonly date: string | null }) {
  const { date, ...named } = cited;
  return `/acts/new?${new URLSearchParams({ ...named, ...(date !== null && { date }) }).toString()}`;
}

export const toVariation = (variationId: string) => `/variations/${variationId}`;

export const toNewObjective = (planId: string) => `${toPlan(planId)}/variation`;

export const toProposal = (objectiveId: string) => `${toObjective(objectiveId)}/proposal`;

export const toNewVariation = (objectiveId: string) => `${toObjective(objectiveId)}/variation`;

export const toPerson = (accountId: string) => `/administration/people/${encodeURIComponent(accountId)}`;

export const toEvaluation = (evaluationId: string) => `/evaluations/${encodeURIComponent(evaluationId)}`;

export const toApproval = (approvalId: string) => `/approvals/${encodeURIComponent(approvalId)}`;

/** The workflow drawn, with where something stands marked. */
export function toWorkflow(where: {
  readonly approval?: string;
  readonly objective?: string;
  readonly share?: string;
}): string {
  const asked = new URLSearchParams(where);
  return asked.size === 0 ? '/workflow' : `/workflow?${asked.toString()}`;
}
