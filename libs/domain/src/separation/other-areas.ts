import { holdersOf } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import type { Participant, StepDefinition } from '../workflow/chain-definition.js';
import { membersOf } from '../workflow/members-of.js';

/** Where an objective is of one area there is no other: then the substitute takes the step. */
export function isOtherAreas(who: Participant): boolean {
  return 'relation' in who && who.relation === 'other-areas';
}

/** Whether an objective has not as many other areas as a quorum of them wants, whoever comes to head them. */
export function areTooFew(step: Pick<StepDefinition, 'agreement' | 'who'>, offices: readonly string[], staff: Staff) {
  const { agreement, who } = step;
  return agreement.kind === 'quorum' && who.some(isOtherAreas) && mostIn(offices, staff) < agreement.count;
}

/** How many could speak for some offices; one that nobody holds is waited for. */
export function mostIn(offices: readonly string[], staff: Staff): number {
  const held = (office: string) => new Set(holdersOf(staff, office).map(({ person }) => person)).size;
  return offices.reduce((sum, office) => sum + Math.max(1, held(office), membersOf(office, staff.offices) ?? 0), 0);
}
