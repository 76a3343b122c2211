import type { Participant, StepDefinition } from './chain-definition.js';
import { approvalSubjects, type ApprovalSubject, type OfficeFunction, type WorkflowDefinition } from './definition.js';
import type { DefinitionPath } from './mistake.js';

/** A participant, and where it is named. */
export interface Named {
  readonly participant: Participant;
  readonly path: DefinitionPath;
}

export interface PlacedStep {
  readonly subject: ApprovalSubject;
  readonly step: StepDefinition;
  readonly path: DefinitionPath;
}

/** The steps of every chain, or of some. */
export function stepsOf(
  { chains }: WorkflowDefinition,
  subjects: readonly ApprovalSubject[] = approvalSubjects,
): readonly PlacedStep[] {
  return subjects.flatMap((subject) =>
    (chains[subject]?.steps ?? []).map((step, index) => ({ subject, step, path: ['chains', subject, 'steps', index] })),
  );
}

/** Who may come to act at a step besides those who should. */
export function othersAt({ step, path }: Pick<PlacedStep, 'step' | 'path'>): readonly Named[] {
  const later = step.onTimeout.flatMap((action, index): Named[] => {
    const at = [...path, 'onTimeout', index];
    if (action.do === 'escalate') return [{ participant: action.to, path: [...at, 'to'] }];
    return action.do === 'substitute' ? [{ participant: action.by, path: [...at, 'by'] }] : [];
  });
  return step.substitute === null ? later : [{ participant: step.substitute, path: [...path, 'substitute'] }, ...later];
}

export function whoAt({ step, path }: Pick<PlacedStep, 'step' | 'path'>): readonly Named[] {
  return step.who.map((participant, index) => ({ participant, path: [...path, 'who', index] }));
}

/** Who has a part in evaluations beside the steps of their chain. */
export function evaluatingAt({ evaluations }: WorkflowDefinition): readonly Named[] {
  return (['evaluators', 'conciliators', 'conductors'] as const).flatMap((part) =>
    (evaluations?.[part] ?? []).map((participant, index) => ({ participant, path: ['evaluations', part, index] })),
  );
}

/**
 * Where the file says of the offices among them what they are: whoever looks at their function or members needs these alone.
 * Of an office that is not in it, the list.
 */
export function entriesOf(
  participants: readonly Participant[],
  { offices }: Pick<WorkflowDefinition, 'offices'>,
): readonly DefinitionPath[] {
  const named = participants.flatMap((participant) => ('office' in participant ? [participant.office] : []));
  const places = [...new Set(named)].map((office) => offices.findIndex(({ id }) => id === office));
  return places.includes(-1) ? [['offices']] : places.map((place) => ['offices', place]);
}

/** What the law wants an office for; null: nothing, or it is not known before the subject is. */
export function functionOf(participant: Participant, { offices }: Pick<WorkflowDefinition, 'offices'>) {
  if (!('office' in participant)) return null;
  return offices.find(({ id }) => id === participant.office)?.function ?? null;
}

export function isOf(fn: OfficeFunction, definition: Pick<WorkflowDefinition, 'offices'>) {
  return (participant: Participant): boolean => functionOf(participant, definition) === fn;
}

export function sameParticipant(a: Participant, b: Participant): boolean {
  return nameOf(a) === nameOf(b);
}

/** In one word: an office's id, `role segretario`, `relation assignee`. */
export function nameOf(participant: Participant): string {
  if ('office' in participant) return participant.office;
  return 'role' in participant ? `role ${participant.role}` : `relation ${participant.relation}`;
}
