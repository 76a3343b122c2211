import { heldBy, holdersOf, type Staff } from '#domain';

/**
 * The areas of a plan, those first whose holders hold nothing else and which are no office of the chain: to give a share to one of
 * these is to give it to somebody else, whoever gives it.
 */
export function areasToGiveTo(areas: readonly { readonly id: string }[], staff: Staff): readonly string[] {
  const isApart = (area: string) =>
    staff.offices.every(({ id, function: its }) => id !== area || its === null) &&
    holdersOf(staff, area).every(({ person }) => heldBy(staff, person).length === 1);
  const ids = areas.map(({ id }) => id);
  return [...ids.filter(isApart), ...ids.filter((id) => !isApart(id))];
}
