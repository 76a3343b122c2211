import type { Finding } from '../plan/lint/finding.js';
import { lintOf, type LintOptions } from '../plan/lint/lint.js';
import type { PlanDocument } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { PlanChange } from './changes.js';
import { variedBy } from './varied.js';

/** What the lint would warn of once the plan is varied so, and does not warn of in it as it is; nothing where the changes are refused. */
export function foundAnew(
  changes: readonly PlanChange[],
  before: PlanDocument,
  options: LintOptions,
): readonly Finding[] {
  try {
    const known = new Set(lintOf(before, options).findings.map(({ id }) => id));
    const { findings } = lintOf(variedBy(changes, before).document, options);
    return findings.filter(({ id, severity }) => severity === 'warning' && !known.has(id));
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}
