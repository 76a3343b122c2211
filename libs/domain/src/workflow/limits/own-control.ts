import type { Participant } from '../chain-definition.js';
import type { WorkflowDefinition } from '../definition.js';
import type { LifecycleVerb } from '../lifecycle.js';
import { mistake, type WorkflowMistake } from '../mistake.js';
import { nameOf, othersAt, whoAt, type PlacedStep } from '../participants.js';
import { isAlwaysBarred } from '../relations-of.js';
import { isHearing } from './chains.js';

/**
 * Who proposed or answers for something is on the other side of its control, whoever else is named beside them; in an
 * evaluation they are heard.
 */
export function ownControl(placed: PlacedStep): WorkflowMistake[] {
  const { subject, step } = placed;
  if (subject === 'evaluation' && isHearing(step)) return [];
  return [...whoAt(placed), ...othersAt(placed)]
    .filter(({ participant }) => isAlwaysBarred(participant, subject))
    .map(({ participant, path }) => mistake('limit/own-control', path, { step: step.id, who: nameOf(participant) }));
}

/** They let a share rest, take it out, or decide that its outcome stands, is paid or is judged again. */
const OF_OTHERS: readonly LifecycleVerb[] = ['suspend', 'remove', 'make-definitive', 'liquidate', 'reopen'];

/** Nor do they move a share of their own where that is a control of it. */
export function ownShare({ objective }: WorkflowDefinition): WorkflowMistake[] {
  return objective.transitions.flatMap(({ verb, who, substitute }, index) => {
    const path = ['objective', 'transitions', index];
    const named = who.map((participant, at) => ({ participant, at: [...path, 'who', at] }));
    const all = substitute == null ? named : [...named, { participant: substitute, at: [...path, 'substitute'] }];
    return all.flatMap(({ participant, at }) =>
      OF_OTHERS.includes(verb) && answers(participant)
        ? [mistake('limit/own-control', at, { case: 'share', verb, who: nameOf(participant) })]
        : [],
    );
  });
}

function answers(participant: Participant): boolean {
  return 'relation' in participant && ['assignee', 'head-of-area', 'proposer'].includes(participant.relation);
}
