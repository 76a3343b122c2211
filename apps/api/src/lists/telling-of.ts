import {
  isTenureRole,
  type Actor,
  type Controls,
  type Instant,
  type LocalDate,
  type OfficeDefinition,
  type OrganisationCommand,
  type OwnOffice,
} from '#domain';
import type { ListedPerson } from '#plan-import';

/** A command as a row has it: without who says it and when, and without its id. */
type Told<Type extends OrganisationCommand['type'], Id extends string> = Omit<
  Extract<OrganisationCommand, { readonly type: Type }>,
  Id | 'by' | 'at'
>;

/** What the organisation does not know of itself: the offices that accounts alone give, and what each office is for. */
interface Known {
  readonly accounts: readonly OwnOffice[];
  readonly offices: readonly OfficeDefinition[];
  readonly controls: Controls;
}

/** Something that a row says of offices in time. */
export type Telling =
  | Told<'organisation.take-office', 'tenureId' | keyof Known>
  /** `from`: when it began. */
  | (Told<'organisation.leave-office', keyof Known> & { readonly from: LocalDate })
  | Told<'organisation.delegate', 'delegationId' | keyof Known>;

/** With its ids, by whom and when, and who holds what by their account alone. */
export function issuedAs(
  id: string,
  telling: Telling,
  { by, at, ...known }: Known & { readonly by: Actor; readonly at: Instant },
): OrganisationCommand {
  switch (telling.type) {
    case 'organisation.take-office':
      return { ...telling, tenureId: id, ...known, by, at };
    case 'organisation.leave-office': {
      const { type, tenureId, to, act } = telling;
      return { type, tenureId, to, act, ...known, by, at };
    }
    case 'organisation.delegate':
      return { ...telling, delegationId: id, ...known, by, at };
  }
}

/** The day that it tells of. */
export function dayOf(telling: Telling): LocalDate {
  return telling.type === 'organisation.leave-office' ? telling.to : telling.from;
}

/** What tells it apart from whatever else a list says. */
export function nameOf(telling: Telling, user: string): string {
  const which = telling.type === 'organisation.leave-office' ? telling.tenureId : telling.office;
  const holder = telling.type === 'organisation.delegate' ? (telling.holder ?? '') : '';
  return [telling.type, user, which, telling.from, dayOf(telling), holder].join('/');
}

/** What a row says of offices in time, without the ids; an account goes by `idOf` its user name. */
export function tellingOf(
  { user, office, roles, tenure, standsIn }: ListedPerson,
  idOf: (user: string) => string,
): readonly Telling[] {
  const person = idOf(user);
  const told: Telling[] = [];
  if (tenure !== undefined) {
    const { from, to, act, qualifications } = tenure;
    // who runs the system does so by the account
    const tenureRoles = [...new Set([...roles.filter(isTenureRole), ...qualifications])];
    told.push({ type: 'organisation.take-office', person, office, roles: tenureRoles, from, to, act });
  }
  if (standsIn !== undefined) {
    const holder = standsIn.holder !== undefined && { holder: idOf(standsIn.holder) };
    told.push({ type: 'organisation.delegate', kind: 'sostituzione', person, subjects: null, ...standsIn, ...holder });
  }
  return told;
}
