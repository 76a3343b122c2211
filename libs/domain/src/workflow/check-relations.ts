import type { Participant } from './chain-definition.js';
import type { WorkflowDefinition } from './definition.js';
import type { LifecycleVerb } from './lifecycle.js';
import { mistake, type WorkflowMistake } from './mistake.js';
import { othersAt, stepsOf, whoAt } from './participants.js';
import { isNobody, relationsFor } from './relations-of.js';
import { SAID_OF } from './said-of.js';

/** A relation is one in which somebody stands to what is at hand. */
export function checkRelations(definition: WorkflowDefinition): WorkflowMistake[] {
  return [...ofSteps(definition), ...ofTransitions(definition)];
}

function ofSteps(definition: WorkflowDefinition): WorkflowMistake[] {
  return stepsOf(definition).flatMap((placed) => {
    const { subject, step } = placed;
    const known = relationsFor(subject).join(', ');
    return [...whoAt(placed), ...othersAt(placed)].flatMap(({ participant, path }) =>
      'relation' in participant && isNobody(participant, subject)
        ? [
            mistake('workflow/no-such-relation', path, {
              subject,
              step: step.id,
              relation: participant.relation,
              known,
            }),
          ]
        : [],
    );
  });
}

/** They come before a share is in a plan: what was proposed has somebody who did. */
const OF_PROPOSALS: readonly LifecycleVerb[] = ['return-proposal', 'withdraw-proposal', 'validate'];

function ofTransitions({ objective }: WorkflowDefinition): WorkflowMistake[] {
  return objective.transitions.flatMap(({ verb, who, substitute }, index) => {
    // where the file does not say who, whoever it names is too many
    if (SAID_OF[verb].who !== 'anybody') return [];
    const instead = substitute != null && 'relation' in substitute && substitute.relation === 'other-areas';
    const told = { case: 'transition', verb, relation: 'other-areas' };
    const inPlace = instead
      ? [mistake('workflow/no-such-relation', ['objective', 'transitions', index, 'substitute'], told)]
      : [];
    const alone = who.every(isProposer) && !OF_PROPOSALS.includes(verb);
    const named = who.flatMap((participant, at) => {
      if (!('relation' in participant)) return [];
      const { relation } = participant;
      if (relation !== 'other-areas' && !(relation === 'proposer' && alone)) return [];
      const told = { case: relation === 'proposer' ? 'unproposed' : 'transition', verb, relation };
      return [mistake('workflow/no-such-relation', ['objective', 'transitions', index, 'who', at], told)];
    });
    return [...named, ...inPlace];
  });
}

function isProposer(participant: Participant): boolean {
  return 'relation' in participant && participant.relation === 'proposer';
}
