import type { Actor, Instant, OrganisationCommand } from '#domain';
import type { ListedPerson } from '#plan-import';

export type Telling = ReturnType<typeof tellingOf>[number];

/** With its ids, by whom and when. */
export function issuedAs(id: string, telling: Telling, by: Actor, at: Instant) {
  const named = telling.type === 'organisation.take-office' ? { tenureId: id } : { delegationId: id };
  return { ...telling, ...named, by, at } as OrganisationCommand;
}

/** What a row says of offices in time, without the ids. */
export function tellingOf({ office, roles, tenure, standsIn }: ListedPerson, person: string) {
  return [
    ...(tenure === undefined
      ? []
      : [
          {
            type: 'organisation.take-office' as const,
            person,
            office,
            roles: [...new Set([...roles, ...tenure.qualifications])],
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
          },
        ]),
  ];
}
