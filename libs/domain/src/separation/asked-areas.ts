import type { Parties } from '../organisation/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import type { ApprovalSubject } from '../workflow/definition.js';
import type { Relations } from './seats.js';

interface About {
  readonly parties: Parties;
  readonly relations: Relations;
  readonly subject: ApprovalSubject | null;
}

/** Whether a step of a proposal asks the areas that would answer for it: whether they agree to what they are given. */
export function asksAreas({ who }: Pick<StepDefinition, 'who'>, subject: ApprovalSubject | null): boolean {
  return subject === 'objective' && who.some((one) => 'relation' in one && one.relation === 'head-of-area');
}

/** Who is kept from a step: where it asks the areas of a proposal they speak for themselves; who proposed it does not. */
export function partiesAt(step: Pick<StepDefinition, 'who'>, { parties, relations, subject }: About): Parties {
  if (!asksAreas(step, subject)) return parties;
  const areas = relations['head-of-area'] ?? [];
  const isAsked = (office: string) => areas.includes(office) && relations.proposer?.includes(office) !== true;
  return { ...parties, offices: parties.offices.filter((office) => !isAsked(office)) };
}

/** An approval as one of its steps sees it. */
export function seenAt<A extends About>(step: Pick<StepDefinition, 'who'>, approval: A): A {
  const parties = partiesAt(step, approval);
  return parties === approval.parties ? approval : { ...approval, parties };
}
