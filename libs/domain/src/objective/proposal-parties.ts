import type { Approval } from '../approval/approval.js';
import { begun, type Opened } from '../approval/open.js';
import type { Parties } from '../organisation/staff.js';
import type { PlannedObjective } from '../plan/document.js';
import { asksAreas } from '../separation/asked-areas.js';
import type { LifecycleVerb, Transition } from '../workflow/lifecycle.js';
import type { Proposal } from './state.js';

/**
 * Who is on the other side of what judges a proposal: who proposed it, and who would answer for it, since what is validated is owed
 * and paid.
 *
 * @param planned  null: the areas are asked themselves
 */
export function partiesOfProposal(
  { proposers, office }: Pick<Proposal, 'proposers' | 'office'>,
  planned: PlannedObjective | null,
): Parties {
  const offices = [...new Set([office, ...(planned === null ? [] : areasOf(planned))])];
  return { authors: proposers, offices, scored: [], beneficiaries: [] };
}

/** Whose the shares would be. */
export function areasOf({ shares }: PlannedObjective): readonly string[] {
  return [...new Set(shares.map(({ areaId }) => areaId))];
}

/** Whether a definition without a chain leaves it to the areas that are given something. */
export function asksAreasTo(verb: LifecycleVerb, transitions: readonly Pick<Transition, 'verb' | 'who'>[]): boolean {
  return transitions.some((one) => one.verb === verb && asksAreas(one, 'objective'));
}

/** Who would answer is a party of it, also where an earlier release let it set out with who proposed it alone. */
export function begunProposal(opened: Opened): Approval {
  const { parties, relations } = opened;
  const more = relations['head-of-area']?.filter((area) => !parties.offices.includes(area)) ?? [];
  if (more.length === 0) return begun(opened);
  return begun({ ...opened, parties: { ...parties, offices: [...parties.offices, ...more] } });
}
