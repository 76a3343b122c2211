import type { Account } from '#auth';
import type { Area, BodyState, Office } from '#domain';

/** What a body is known by so far. */
export interface Known {
  /** Null before anything was said. */
  readonly registry: BodyState | null;
  /** Of its plans. */
  readonly areas: readonly Area[];
  /** Of people, not of the system itself. */
  readonly accounts: readonly Pick<Account, 'office' | 'roles'>[];
}

export type SetupStep = 'body' | 'calendar' | 'offices' | 'people' | 'plan';

/**
 * Every office anybody knows: as registered, then areas of plans, then offices that only accounts name. Who only
 * administers the system makes no office.
 */
export function officesOf({ registry, areas, accounts }: Known): readonly Office[] {
  const offices = new Map<string, Office>();
  const add = (office: Office): void => {
    if (!offices.has(office.id)) offices.set(office.id, office);
  };
  for (const office of registry?.offices ?? []) add(office);
  for (const { id, name, kind } of areas) add({ id, name, kind: kind === 'area' ? 'area' : 'office' });
  for (const { office, roles } of accounts)
    if (roles.some((role) => role !== 'amministratore')) add({ id: office, name: office, kind: 'office' });
  return [...offices.values()];
}

/** Who only looks after the system, or only looks at it, answers for nothing. */
const OVERSEEING: readonly string[] = ['amministratore', 'revisore'];

/** The offices of which every account only administers or audits, and that are no area of a plan. */
export function overseeingOf({ registry, areas, accounts }: Known): readonly string[] {
  const working = new Set([
    ...(registry?.offices ?? []).filter(({ kind }) => kind === 'area').map(({ id }) => id),
    ...areas.map(({ id }) => id),
    ...accounts.filter(({ roles }) => !roles.every((role) => OVERSEEING.includes(role))).map(({ office }) => office),
  ]);
  return [...new Set(accounts.map(({ office }) => office))].filter((office) => !working.has(office));
}

/** The first step of the setup that is still to be done; one administrator alone is not yet a body at work. */
export function nextSetupStep({ registry, areas, accounts }: Known): SetupStep | null {
  if (registry?.setupCompleted) return null;
  if (registry === null || registry.name === null) return 'body';
  if (registry.patronDay === undefined) return 'calendar';
  if (registry.offices.length === 0) return 'offices';
  if (accounts.length < 2) return 'people';
  return areas.length === 0 ? 'plan' : null;
}
