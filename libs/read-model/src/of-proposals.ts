import type { ObjectiveEvent } from '#domain';

const OF_PROPOSALS = [
  'proposed',
  'proposal-opened',
  'proposal-weighed',
  'proposal-returned',
  'proposal-withdrawn',
  'validated',
] as const;

/** What happens to an objective that is only proposed. */
export type OfProposal = Extract<ObjectiveEvent, { type: `objective.${(typeof OF_PROPOSALS)[number]}.v1` }>;

export function isOfProposal(fact: ObjectiveEvent): fact is OfProposal {
  return OF_PROPOSALS.some((name) => fact.type === `objective.${name}.v1`);
}
