import { isTenureRole, type Actor, type Instant, type OrganisationCommand, type OwnOffice } from '#domain';
import type { ListedPerson } from '#plan-import';

export type Telling = ReturnType<typeof tellingOf>[number];

/** With its ids, by whom and when, and who holds what by their account alone. */
export function issuedAs(
  id: string,
  telling: Telling,
  { by, at, accounts }: { readonly by: Actor; readonly at: Instant; readonly accounts: readonly OwnOffice[] },
) {
  const named = telling.type === 'organisation.take-office' ? { tenureId: id } : { delegationId: id, accounts };
  return { ...telling, ...named, by, at } as OrganisationCommand;
}

/** What a row says of offices in time, without the ids; an account goes by `idOf` its user name. */
export function tellingOf({ user, office, roles, tenure, standsIn }: ListedPerson, idOf: (user: string) => string) {
  const person = idOf(user);
  return [
    ...(tenure === undefined
      ? []
      : [
          {
            type: 'organisation.take-office' as const,
            person,
            office,
            // who runs the system does so by the account
            roles: [...new Set([...roles.filter(isTenureRole), ...tenure.qualifications])],
            from: tenure.from,
            to: tenure.to,
            act: tenure.act,
          },
        ]),
    ...(standsIn === undefined
      ? []
      : [
          {
            type: 'organisation.delegate' as const,
            kind: 'sostituzione' as const,
            person,
            subjects: null,
            ...standsIn,
            ...(standsIn.holder !== undefined && { holder: idOf(standsIn.holder) }),
          },
        ]),
  ];
}
