/** The kinds of event one may filter by, as the log writes them; their words are those of the title. */
export const eventTypes = [
  'objective.assigned.v1',
  'objective.acknowledged.v1',
  'objective.progress-reported.v1',
  'objective.progress-rectified.v1',
  'objective.deadline-missed.v1',
  'objective.fulfilled-late.v1',
  'objective.rendicontazione-submitted.v2',
  'objective.rendicontazione-returned.v1',
  'objective.rendicontazione-approved.v1',
  'objective.approval-voted.v1',
  'objective.approval-degree-corrected.v1',
  'objective.scored.v1',
  'objective.premium-liquidated.v1',
  'objective.closed.v1',
  'plan.drafted.v1',
  'plan.approved.v1',
  'plan.entered-into-force.v1',
  'plan.closed.v1',
  'premium.computed.v1',
  'premium.liquidated.v1',
  'account.signed-in.v1',
  'account.sign-in-refused.v1',
  'account.action-refused.v1',
] as const;

export type EventType = (typeof eventTypes)[number];
