import type { JsonObject } from '#event-store';

/** What the audit trail tells of a person's evaluation: who did what, when and by which term. */
const KEPT = [
  'planId',
  'evaluationId',
  'person',
  'offices',
  'evaluator',
  'conciliator',
  'of',
  'receivedOn',
  'until',
  'subject',
  'shareId',
  'step',
  'office',
  'onBehalfOf',
  'opening',
  'rung',
  'silent',
] as const;

/** Scores, reasons, observations and points are for those alone whom they concern. */
export function withoutJudgement(data: JsonObject): JsonObject {
  const kept = KEPT.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]] as const]));
  return Object.fromEntries(kept);
}
