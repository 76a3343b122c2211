import { nearest } from '../nearest.js';
import { Refused } from '../refused.js';

/**
 * What may come with a tenure: the roles of accounts, and the qualification that the law knows besides. Whoever runs the
 * system does so by their account, not by an office.
 */
export const tenureRoles = [
  'segretario',
  'vicesegretario',
  'responsabile',
  'nucleo',
  'giunta',
  'personale',
  'revisore',
  'rpct',
] as const;

export type TenureRole = (typeof tenureRoles)[number];

/** A word that nothing is decided by would look like a role, and be none. @throws Refused `organisation/unknown-role` */
export function requireKnownRoles(roles: readonly string[]): void {
  const unknown = roles.find((role) => !isTenureRole(role));
  if (unknown === undefined) return;
  const meant = nearest(unknown, tenureRoles);
  const told = { field: 'roles', written: unknown, known: tenureRoles.join(', '), ...(meant !== null && { meant }) };
  throw new Refused('organisation/unknown-role', told);
}

export function isTenureRole(text: string): text is TenureRole {
  return (tenureRoles as readonly string[]).includes(text);
}
