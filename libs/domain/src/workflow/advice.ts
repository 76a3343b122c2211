import type { WorkflowDefinition } from './definition.js';
import type { AdviceCode, DefinitionPath } from './mistake.js';

/** Something that a body may want otherwise before it is too late. */
export interface Advice {
  readonly code: AdviceCode;
  readonly path: DefinitionPath;
  readonly facts: Readonly<Record<string, string>>;
}

/** Of a definition without mistakes: an office that pays alone may be paid, and then nobody pays. */
export function adviceOn({ objective }: WorkflowDefinition): readonly Advice[] {
  return objective.transitions.flatMap(({ verb, who, substitute }, index) => {
    const [only, another] = who;
    if (verb !== 'liquidate' || only === undefined || another !== undefined || substitute != null) return [];
    return [{ code: 'workflow/nobody-pays-instead', path: ['objective', 'transitions', index], facts: { verb } }];
  });
}
