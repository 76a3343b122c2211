import type { OfficeDefinition } from '../workflow/definition.js';
import { overlap } from './compatible.js';
import { tenuresOf, type OwnOffice } from './own-office.js';
import type { Tenure } from './staff.js';

/** Somebody who is of a body that judges, and at the same time of an office that it judges. */
export interface JudgedBeside {
  readonly body: string;
  readonly office: string;
}

/** Bodies whose acts and degrees judge what the other offices answer for. */
const JUDGING = ['political-body', 'evaluation-body'];

/**
 * What a tenure puts on both sides of a control. It is allowed (in towns of up to 5,000 a member of the Giunta may head an area, art. 53
 * c. 23 L. 388/2000): whoever it is takes no step on what is theirs, but the law may not let them be both.
 *
 * @param tenures  that the organisation knows, without this one
 * @param accounts  who holds what by their account alone
 */
export function judgedBeside(
  taken: Pick<Tenure, 'person' | 'office' | 'roles' | 'from' | 'to' | 'act'>,
  tenures: readonly Tenure[],
  accounts: readonly OwnOffice[],
  offices: readonly OfficeDefinition[],
): readonly JudgedBeside[] {
  const isBody = (id: string) => offices.some((one) => one.id === id && JUDGING.includes(one.function ?? ''));
  const held = tenuresOf([...tenures, taken], accounts).filter(
    (one) => one.person === taken.person && one.office !== taken.office && overlap(one, taken),
  );
  const beside = [...new Set(held.map(({ office }) => office))].filter(
    (office) => isBody(office) !== isBody(taken.office),
  );
  return beside.map((office) =>
    isBody(office) ? { body: office, office: taken.office } : { body: taken.office, office },
  );
}
