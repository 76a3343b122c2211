import { actingAs } from './acting.js';
import type { Staff } from './staff.js';

/**
 * The delegations that somebody takes up by acting as an office: of that office all that go to them, and where they stand
 * in for one of its delegates those that lead there. None of who acts in their own right, nor what is taken up already.
 */
export function takenUpBy(staff: Staff, { id, office }: { readonly id: string; readonly office: string }): string[] {
  const acting = actingAs(staff, office).find(({ person }) => person === id);
  if (acting === undefined || acting.onBehalfOf === null) return [];
  const { day, delegations } = staff;
  return delegations
    .filter(
      ({ id: delegation, office: lent, to, from, until }) =>
        acting.delegations.includes(delegation) || (lent === office && to.person === id && from <= day && day <= until),
    )
    .filter(({ takenUp }) => takenUp === false)
    .map((delegation) => delegation.id);
}

/** Without the delegations that nobody has acted by: those make nobody less independent of who gave them. */
export function withTakenUpAlone(staff: Staff): Staff {
  return { ...staff, delegations: staff.delegations.filter(({ takenUp }) => takenUp !== false) };
}
