import type { OrganisationState } from '#domain';
import type { Telling } from './telling-of.js';

type Standing = Pick<OrganisationState, 'tenures' | 'delegations'>;

/**
 * What is left to say of a row that the rules refuse because something stands already: `null` where it stands as the row
 * says, the new end of the same tenure, and `undefined` where the row says something else.
 */
export function leftToSay(telling: Telling, { tenures, delegations }: Standing): Telling | null | undefined {
  if (telling.type === 'organisation.take-office') {
    const { person, office, from, to, act } = telling;
    const same = [...tenures].find(
      ([, held]) => held.person === person && held.office === office && held.from === from,
    );
    if (same === undefined || !sameWords(same[1].roles, telling.roles)) return undefined;
    const [tenureId, held] = same;
    if (held.to === to) return null;
    return to === null ? undefined : { type: 'organisation.leave-office', tenureId, from, to, act };
  }
  if (telling.type === 'organisation.leave-office') return undefined;
  const { person, office, from, until, holder } = telling;
  const stands = [...delegations.values()].some(
    (given) =>
      given.to.person === person &&
      given.office === office &&
      given.from === from &&
      given.until === until &&
      (holder === undefined || given.holder === holder),
  );
  return stands ? null : undefined;
}

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word) => others.includes(word));
}
