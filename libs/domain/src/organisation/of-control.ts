import type { OfficeDefinition } from '../workflow/definition.js';
import { rolesAt } from './compatible.js';
import type { Tenure } from './staff.js';

/** Who certifies and scores, who resolves, who verifies in the Segretario's place: as a role, or by the function of an office. */
const JUDGING: readonly string[] = ['nucleo', 'giunta', 'vicesegretario'];

/**
 * Whether whoever holds it judges what others do (art. 14 D.Lgs. 150/2009, art. 48 and 97 c. 5 D.Lgs. 267/2000): they are appointed by
 * act, never by the word of whom they judge.
 */
export function isOfControl(
  tenure: Pick<Tenure, 'office' | 'roles'>,
  offices: readonly OfficeDefinition[] = [],
): boolean {
  return rolesAt(tenure, offices).some((role) => JUDGING.includes(role));
}
