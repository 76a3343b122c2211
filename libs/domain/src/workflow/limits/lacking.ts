import type { ApprovalSubject } from '../definition.js';
import { mistake, type DefinitionPath, type WorkflowMistake } from '../mistake.js';
import type { LimitCode } from './laws.js';

/** A chain as a whole lacks something. */
export function lacking(
  code: LimitCode,
  path: DefinitionPath,
  subject: ApprovalSubject,
  parts: readonly DefinitionPath[] = [],
): WorkflowMistake {
  return mistake(code, path, { subject }, [['offices'], ['chains', subject], ...parts]);
}
