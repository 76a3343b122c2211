import { isRole, type Action, type Role, type SignedIn } from '#auth';
import { actingAs, heldBy, holdersOf, officesOf, type Acting, type ApprovalSubject, type Staff } from '#domain';
import { Refusal } from '../http/refusal.js';

/** In what capacity a session acts: an office, what it allows, in whose place. */
export interface Capacity {
  readonly office: string;
  readonly roles: readonly Role[];
  /** Null: in their own right. */
  readonly onBehalfOf: string | null;
}

/**
 * Actions that belong to some matters alone: a delegation for one of them opens the action, and which of them it is about
 * the approval itself looks at. For any other action a delegation must be for everything.
 */
const SUBJECTS_OF: Partial<Record<Action, readonly ApprovalSubject[]>> = {
  'plan.decide': ['plan'],
  'variation.decide': ['variation'],
  'objective.validate': ['objective'],
  'objective.return-proposal': ['objective'],
  'objective.return-rendicontazione': ['rendicontazione'],
  'objective.approve-rendicontazione': ['rendicontazione', 'justification'],
  'objective.score': ['evaluation'],
  'premium.propose': ['premium-run'],
  'premium.liquidate': ['premium-run'],
};

/** Looked at by everybody: what may be done there is decided where it is done. */
const NEVER_NARROW = /\.read$|^approval\./;

/**
 * The office as which a request acts: the one it names, or the account's own.
 *
 * @param wanted  null: nothing was named
 * @throws Refusal `office/not-yours`
 */
export function capacityOf(session: SignedIn, wanted: string | null, staff: Staff, action: string): Capacity {
  const { own } = officesToday(staff, session.id);
  const office = wanted ?? usualOffice(session, own);
  // an account that the organisation has taken every office from still administers what it administered
  if (office === null) return { office: session.office, roles: administering(session), onBehalfOf: null };
  if (own.some((acting) => acting.office === office)) {
    return { office, roles: ownRoles(session, office, staff), onBehalfOf: null };
  }
  const subjects = NEVER_NARROW.test(action) ? [null] : (SUBJECTS_OF[action as Action] ?? []);
  const acting = waysTo(staff, office, subjects).find(({ person }) => person === session.id);
  if (acting === undefined) {
    const offices = officesToday(staff, session.id).all.flatMap((one) => (one.office === office ? [] : [one.office]));
    throw new Refusal('office/not-yours', { office, ...(offices.length > 0 && { offices: offices.join(', ') }) });
  }
  return { office, roles: lentRoles(office, staff), onBehalfOf: acting.onBehalfOf };
}

/** The capacity, or none: a delegation for some matters alone does not open every action. */
export function lentTo(...[session, office, staff, action]: Parameters<typeof capacityOf>): readonly Capacity[] {
  try {
    return [capacityOf(session, office, staff, action)];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** @param subjects  with null, whatever it is about; none: a matter of no approval, for which a delegation for some approvals is not enough */
function waysTo(staff: Staff, office: string, subjects: readonly (ApprovalSubject | null)[]): readonly Acting[] {
  if (subjects.length > 0) return subjects.flatMap((subject) => actingAs(staff, office, subject));
  const whole = staff.delegations.filter(({ subjects }) => subjects === null);
  return actingAs({ ...staff, delegations: whole }, office);
}

interface Offices {
  /** Every office as which somebody may act, `own` first. */
  readonly all: readonly Acting[];
  /** In their own right. */
  readonly own: readonly Acting[];
}

const known = new WeakMap<Staff, Map<string, Offices>>();

/** Asked with every request, and the same until somebody's office changes. */
export function officesToday(staff: Staff, person: string): Offices {
  const ofStaff = known.get(staff) ?? new Map<string, Offices>();
  const before = ofStaff.get(person);
  if (before !== undefined) return before;
  const all = officesOf(staff, person);
  const offices = { all, own: all.filter(({ onBehalfOf }) => onBehalfOf === null) };
  known.set(staff, ofStaff.set(person, offices));
  return offices;
}

function usualOffice({ office }: SignedIn, own: readonly Acting[]): string | null {
  return own.some((acting) => acting.office === office) ? office : (own[0]?.office ?? null);
}

function ownRoles(session: SignedIn, office: string, staff: Staff): readonly Role[] {
  const roles = heldBy(staff, session.id)
    .filter((tenure) => tenure.office === office)
    .flatMap((tenure) => tenure.roles.filter(isRole));
  // who was appointed without any role is what their account says
  return roles.length === 0 ? session.roles : [...new Set([...roles, ...administering(session)])];
}

/** What the holders may, or of a vacant office its last ones; running the system is never lent. */
function lentRoles(office: string, staff: Staff): readonly Role[] {
  const now = holdersOf(staff, office);
  const past = staff.tenures.filter((tenure) => tenure.office === office && tenure.from <= staff.day);
  const roles = (now.length > 0 ? now : past).flatMap((tenure) => tenure.roles.filter(isRole));
  return [...new Set(roles)].filter((role) => role !== 'amministratore');
}

function administering({ roles }: SignedIn): readonly Role[] {
  return roles.filter((role) => role === 'amministratore');
}
