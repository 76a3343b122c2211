import { isRole, type NewAccount } from '#auth';
import type { LocalDate } from '#domain';
import type { ListedPerson } from '#plan-import';

/**
 * One account for each person of a list, however many rows they have: with the office of the day, or of who comes later
 * the first one, from its first day on.
 */
export function newAccounts(rows: readonly ListedPerson[], today: LocalDate): readonly NewAccount[] {
  const people = new Map<string, ListedPerson[]>();
  for (const row of rows) people.set(row.user, [...(people.get(row.user) ?? []), row]);
  return [...people.values()].flatMap((ofPerson) => {
    const inOrder = ofPerson.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
    const [first] = inOrder;
    if (first === undefined) return [];
    const { user, name, office, roles } = inOrder.find((row) => isHeld(row, today)) ?? first;
    const administers = inOrder.some((row) => row.roles.includes('amministratore')) ? ['amministratore'] : [];
    return {
      user,
      name,
      email: inOrder.find(({ email }) => email !== null)?.email ?? null,
      office,
      officeFrom: firstDay(first) > today ? firstDay(first) : null,
      roles: [...new Set([...roles, ...administers])].filter(isRole),
      password: null,
    };
  });
}

/** Of a row without one: since ever. */
function firstDay({ tenure }: ListedPerson): LocalDate {
  return tenure?.from ?? '';
}

function isHeld({ tenure }: ListedPerson, day: LocalDate): boolean {
  return tenure === undefined || (tenure.from <= day && (tenure.to === null || day <= tenure.to));
}
