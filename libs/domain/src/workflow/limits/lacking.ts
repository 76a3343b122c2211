import type { ApprovalSubject, WorkflowDefinition } from '../definition.js';
import { mistake, type DefinitionPath, type WorkflowMistake } from '../mistake.js';
import { entriesOf } from '../participants.js';
import type { LimitCode } from './laws.js';

/** A chain as a whole lacks something. */
export function lacking(
  code: LimitCode,
  path: DefinitionPath,
  subject: ApprovalSubject,
  definition: WorkflowDefinition,
  parts: readonly DefinitionPath[] = [],
): WorkflowMistake {
  const asked = (definition.chains[subject]?.steps ?? []).flatMap(({ who }) => who);
  return mistake(code, path, { subject }, [...entriesOf(asked, definition), ['chains', subject], ...parts]);
}
