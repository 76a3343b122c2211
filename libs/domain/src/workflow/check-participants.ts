import type { WorkflowDefinition } from './definition.js';
import { mistake, type WorkflowMistake } from './mistake.js';
import { evaluatingAt, othersAt, stepsOf, whoAt, type Named } from './participants.js';

/** What a definition is checked against. */
export interface KnownToWorkflows {
  /** The roles that people may have. */
  readonly roles: readonly string[];
}

/** Every office that is named is one of the list, every role one that people have. */
export function checkParticipants(definition: WorkflowDefinition, { roles }: KnownToWorkflows): WorkflowMistake[] {
  const ofChains = stepsOf(definition).flatMap((placed) => [...whoAt(placed), ...othersAt(placed)]);
  const ofLifecycle = definition.objective.transitions.flatMap(({ who, substitute }, index): Named[] => {
    const path = ['objective', 'transitions', index];
    const named = who.map((participant, at) => ({ participant, path: [...path, 'who', at] }));
    return substitute == null ? named : [...named, { participant: substitute, path: [...path, 'substitute'] }];
  });
  const ofEvaluations = evaluatingAt(definition);
  const offices = definition.offices.map(({ id }) => id);
  return [...ofLifecycle, ...ofEvaluations, ...ofChains].flatMap(({ participant, path }) => {
    if ('office' in participant && !offices.includes(participant.office)) {
      const facts = { office: participant.office, known: offices.join(', ') };
      return [mistake('workflow/unknown-office', [...path, 'office'], facts, [['offices']])];
    }
    if ('role' in participant && !roles.includes(participant.role)) {
      return [mistake('workflow/unknown-role', [...path, 'role'], { role: participant.role, known: roles.join(', ') })];
    }
    return [];
  });
}
