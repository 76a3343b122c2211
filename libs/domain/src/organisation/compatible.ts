import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import type { OfficeDefinition, OfficeFunction } from '../workflow/definition.js';
import type { Delegation, Tenure } from './staff.js';

/**
 * Who certifies must be neither the Segretario, nor who stands in for them by office (art. 97 c. 5 D.Lgs. 267/2000), nor the officer
 * against corruption (ANAC 1074/2018), nor hold an elective office: art. 14 c. 8 D.Lgs. 150/2009. The Segretario assists the Giunta and is
 * none of it (art. 97 c. 4 D.Lgs. 267/2000).
 */
export const INCOMPATIBLE: readonly (readonly [string, string])[] = [
  ['nucleo', 'segretario'],
  ['nucleo', 'vicesegretario'],
  ['nucleo', 'rpct'],
  ['nucleo', 'giunta'],
  ['segretario', 'giunta'],
];

/** Whoever holds an office with a function is of it, whatever role is written beside: a step asks for the office. */
const ROLE_OF: Readonly<Partial<Record<OfficeFunction, string>>> = {
  'evaluation-body': 'nucleo',
  segretario: 'segretario',
  'segretario-substitute': 'vicesegretario',
  anticorruption: 'rpct',
  'political-body': 'giunta',
};

/** As `actingAs` follows them: who stands in for a delegate's stand-in, and no further. */
const LONGEST_CHAIN = 3;

export type Period = Pick<Tenure, 'from' | 'to'>;

/** What of a tenure says which roles somebody has. */
export type Held = Pick<Tenure, 'person' | 'office' | 'roles' | 'from' | 'to'>;

/** What of a delegation says for whom somebody acts. */
export type Lending = Pick<Delegation, 'kind' | 'office' | 'holder' | 'to' | 'from' | 'until'>;

/** Who holds what, and who acts for whom. */
export interface Known {
  readonly tenures: readonly Held[];
  readonly delegations: readonly Lending[];
}

/** The roles of an office, with those that its functions make. */
export function rolesAt(
  { office, roles }: Pick<Tenure, 'office' | 'roles'>,
  offices: readonly OfficeDefinition[] = [],
): readonly string[] {
  const made = offices.flatMap(({ id, function: its }) => {
    const role = id !== office || its === null ? undefined : ROLE_OF[its];
    return role === undefined || roles.includes(role) ? [] : [role];
  });
  return made.length === 0 ? roles : [...new Set([...roles, ...made])];
}

/**
 * The offices as whoever is appointed is asked about them: also each that evaluates by an earlier version of the workflow which
 * something under way follows, beside what it is for today.
 */
export function judgingStill(
  offices: readonly OfficeDefinition[],
  stillEvaluating: readonly string[],
): readonly OfficeDefinition[] {
  return [...offices, ...stillEvaluating.map((id) => ({ id, function: 'evaluation-body', names: [] }) as const)];
}

/** Tenures with the roles that the functions of their offices make. */
export function asOfFunctions(tenures: readonly Tenure[], offices?: readonly OfficeDefinition[]): readonly Tenure[] {
  return tenures.map((tenure) => ({ ...tenure, roles: rolesAt(tenure, offices) }));
}

/** @throws Refused `organisation/incompatible` when nobody may have two of the roles at once */
export function requireCompatible(roles: readonly string[], office: string): void {
  requireApart(roles, roles, office);
}

/**
 * Whoever may not be of the Nucleo does not speak for it either, nor a member for them: asked of whoever comes to have the
 * roles for a time, and of whoever stands in for them meanwhile.
 *
 * @throws Refused `organisation/incompatible`
 */
export function requireOneSide(
  person: string,
  roles: readonly string[],
  office: string,
  period: Period,
  known: Known,
  links = LONGEST_CHAIN,
): void {
  if (!INCOMPATIBLE.some((pair) => pair.some((role) => roles.includes(role)))) return;
  const held = known.tenures.filter((tenure) => tenure.person === person && overlap(tenure, period));
  requireApart(roles, [...held.flatMap((tenure) => tenure.roles), ...rolesLent(person, period, known)], office);
  if (links === 1) return;
  for (const given of known.delegations) {
    if (given.kind !== 'sostituzione' || given.holder !== person || !isDuring(given, period)) continue;
    requireOneSide(given.to.person, roles, office, both(given, period), known, links - 1);
  }
}

/** The roles of those for whom somebody acts by delegations meanwhile. */
export function rolesLent(person: string, period: Period, known: Known, links = LONGEST_CHAIN): readonly string[] {
  if (links === 0) return [];
  return known.delegations
    .filter((given) => given.to.person === person && isDuring(given, period))
    .flatMap((given) => rolesBy(given, both(given, period), known, links));
}

/** The roles that a delegation lends for a time: of the holder whom it is for, and of those for whom they act themselves. */
export function rolesBy(
  { office, holder, kind }: Pick<Delegation, 'office' | 'holder' | 'kind'>,
  during: Period,
  known: Known,
  links = LONGEST_CHAIN,
): readonly string[] {
  const lenders = known.tenures.filter(
    (tenure) => tenure.office === office && (holder ?? tenure.person) === tenure.person && overlap(tenure, during),
  );
  const further = kind === 'sostituzione' ? new Set(lenders.map((tenure) => tenure.person)) : [];
  return [
    ...lenders.flatMap(({ roles }) => roles),
    ...[...further].flatMap((lender) => rolesLent(lender, during, known, links - 1)),
  ];
}

export function overlap(a: Period, b: Period): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

/** One that was revoked before its first day is never in force. */
export function isDuring({ from, until }: Pick<Delegation, 'from' | 'until'>, period: Period): boolean {
  return from <= until && overlap({ from, to: until }, period);
}

/** The days that a delegation has in common with a period. */
export function both({ from, until }: Pick<Delegation, 'from' | 'until'>, period: Period): Period & { to: LocalDate } {
  return {
    from: from > period.from ? from : period.from,
    to: period.to !== null && period.to < until ? period.to : until,
  };
}

function requireApart(roles: readonly string[], others: readonly string[], office: string): void {
  for (const [one, other] of INCOMPATIBLE) {
    if ((roles.includes(one) && others.includes(other)) || (roles.includes(other) && others.includes(one))) {
      throw new Refused('organisation/incompatible', { office, role: one, other });
    }
  }
}
