import type { DelegationRow } from '#postgres';
import { holding } from './held.js';
import { calledSo, type Asked } from './known.js';

/**
 * Whether it is a delegation of the Segretario to the Vicesegretario, at a step of the latter: for whom they stand in by
 * their office, and so does whoever stands in for them there.
 */
export function isByOffice(asked: Asked, given: DelegationRow): boolean {
  return (
    deputiesAt(asked).includes(given.person) &&
    (calledSo(asked, ['segretario']).includes(given.office) ||
      holding(asked, given.office).some(({ roles }) => roles.includes('segretario')))
  );
}

/** Who held the office of a step and is its Vicesegretario: by the file, or by their role where it calls no office so. */
function deputiesAt(asked: Asked): readonly string[] {
  const { office } = asked.taken;
  const substitutes = calledSo(asked, ['segretario-substitute']);
  return holding(asked, office).flatMap(({ person, roles }) => {
    const isDeputy = substitutes.length > 0 ? substitutes.includes(office) : roles.includes('vicesegretario');
    return isDeputy ? [person] : [];
  });
}
