import type { OfficeFunction } from '#domain';
import { actsFor } from './delegate.js';
import { heldBy, holding } from './held.js';
import { calledSo, evaluatesByItsVersion, type AskedInPlace } from './known.js';

/**
 * Whether a step was taken as the Nucleo or OIV: by the body's file of then, by the version that the approval followed, or by the role
 * of who holds the office.
 */
export function evaluates(asked: AskedInPlace): boolean {
  const { office, person } = asked.taken;
  if (calledSo(asked, ['evaluation-body']).includes(office) || evaluatesByItsVersion(asked)) return true;
  return heldBy(asked, person, asked.place).some((held) => held.office === office && held.roles.includes('nucleo'));
}

/** Who stands in for the Segretario by office is none of the Nucleo either. */
export function isSegretario(asked: AskedInPlace): boolean {
  return isOrActsFor(asked, ['segretario', 'segretario-substitute'], ['segretario', 'vicesegretario']);
}

export function isRpct(asked: AskedInPlace): boolean {
  return isOrActsFor(asked, ['anticorruption'], ['rpct']);
}

/**
 * Whether whoever took it, or the one in whose place, held an office with one of these functions or roles, or acted for who
 * did by a delegation that bound them: of a list of an earlier release nobody asked.
 */
function isOrActsFor(asked: AskedInPlace, functions: readonly OfficeFunction[], roles: readonly string[]): boolean {
  const offices = calledSo(asked, functions);
  const hasRole = (held: { readonly roles: readonly string[] }) => roles.some((role) => held.roles.includes(role));
  return (
    heldBy(asked, asked.taken.person, asked.place).some((held) => hasRole(held) || offices.includes(held.office)) ||
    actsFor(
      asked,
      ({ office, place }) =>
        offices.includes(office) || holding(asked, office).some((held) => held.person === place && hasRole(held)),
    )
  );
}
