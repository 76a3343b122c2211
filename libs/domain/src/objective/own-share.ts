import type { Credited, Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { SeparationRule } from '../separation/rules.js';
import { barredBy, seatsOf } from '../separation/separation.js';
import type { Actor, LocalDate } from '../values.js';
import type { LifecycleVerb } from '../workflow/lifecycle.js';
import type { Could } from './could.js';
import { answeringOn, creditedFor, officesOf, partiesOf, type SharesInTime } from './parties.js';
import type { ShareState } from './state.js';

/** Who acts, and on which days besides today: it is asked of each. */
export interface Asked {
  readonly by: Actor;
  readonly staff: Staff;
  /** The day that is told, where it is recorded later. */
  readonly on?: LocalDate | undefined;
  /** The first day of what is decided, a rest or an assignment. */
  readonly from?: LocalDate | undefined;
  /** The office that would get the share. */
  readonly to?: string | undefined;
  /** To remove: the offices that have the shares which would bear its weight. */
  readonly bearing?: readonly string[] | undefined;
  /** …and that have the credit of some of their days. */
  readonly bearingCredited?: readonly Credited[] | undefined;
  /** To liquidate: whom the run pays; absent: that is not asked here. */
  readonly paid?: Parties | undefined;
}

/** They decide whether, until when and by whom a share is owed. */
const OF_SHARES: readonly LifecycleVerb[] = ['suspend', 'remove', 'assign'];

/** Whether it decides that an outcome stands, or that it is judged again. */
export function isOfOutcomes(verb: LifecycleVerb): boolean {
  return verb === 'make-definitive' || verb === 'reopen';
}

/**
 * Nobody makes an outcome on which they are scored definitive, or reopens it: neither who answers for it, nor who has the credit of some
 * days, nor whose own share has the same finding. Nor does who answers for a share let it rest, strike it out (nor who answers for
 * one that would bear its weight, or is paid for days of it) or give it to somebody else, nor anybody take one for an office of theirs: with it go the days that are paid.
 * Nor does who has the credit of some days let it rest or strike it out. An assignment to its area, while nobody has it, carries out what
 * the plan has decided.
 *
 * @throws Refused `lifecycle/own-outcome`, `lifecycle/own-share`
 */
export function requireNotOwn(verb: LifecycleVerb, state: SharesInTime, share: ShareState, asked: Asked): void {
  const parties = partiesAt(verb, state, share, asked);
  if (parties === null) return;
  const code = isOfOutcomes(verb) ? 'lifecycle/own-outcome' : 'lifecycle/own-share';
  const bears = asked.bearing !== undefined && ownRule(verb, state, share, asked) === null;
  requireNoParty(code, { share: share.shareId, verb, ...(bears && { bears: 1 }) }, parties, asked);
}

/** @throws Refused with the code: as of today, else with the day of which the rule bars them */
function requireNoParty(
  code: 'lifecycle/own-outcome' | 'lifecycle/own-share',
  of: { readonly share: string; readonly verb: LifecycleVerb; readonly bears?: number },
  parties: Parties,
  { by, staff, on, from }: Asked,
): void {
  if (by.id === 'system') return;
  const told = { ...of, office: by.office };
  const today = barredBy(by, parties, staff);
  if (today !== null) throw new Refused(code, { ...told, rule: today.code });
  for (const day of [on, from]) {
    const rule = day === undefined ? null : barredBy(by, parties, staff, day);
    if (rule !== null) throw new Refused(code, { ...told, rule: rule.code, ...(day !== undefined && { day }) });
  }
}

/** The rule that keeps somebody from a transition of what they answer for or are scored on; null: none. */
export function ownRule(
  verb: LifecycleVerb,
  state: SharesInTime,
  share: ShareState,
  { by, staff, from }: Omit<Asked, 'on' | 'to'>,
): SeparationRule | null {
  const parties = partiesAt(verb, state, share, { from });
  return parties === null || by.id === 'system' ? null : barredBy(by, parties, staff, from);
}

/**
 * Who may make a transition that its parties may not: those whom the definition names and who are none; where all who hold
 * those offices are, whoever stands in for the Segretario by office; to liquidate, whom the workflow in force names for that.
 *
 * @param besides  days on none of which a rule may bar them, besides today, and the offices that would get it, or its weight; to
 * liquidate, who is paid
 */
export function withDeputy(
  verb: LifecycleVerb,
  could: readonly Could[],
  state: SharesInTime,
  share: ShareState,
  staff: Staff,
  besides: Pick<Asked, 'on' | 'from' | 'to' | 'bearing' | 'bearingCredited' | 'paid'> = {},
): readonly Could[] {
  const parties = verb === 'liquidate' ? (besides.paid ?? null) : partiesAt(verb, state, share, besides);
  if (parties === null || could.length === 0) return could;
  const days = [besides.on, besides.from].filter((day) => day !== undefined);
  const free = could.filter((one) => isFree(one, parties, staff, days));
  if (free.some((one) => seatsIn(one, parties, staff).length > 0)) return free;
  const isAnybodyNamed = could.some((one) => seatsIn(one, parties, staff).length > 0);
  if (!isAnybodyNamed) return could;
  return [...free, ...deputiesOf(verb, staff).filter((one) => isFree(one, parties, staff, days))];
}

function deputiesOf(verb: LifecycleVerb, { offices, payerInstead }: Staff): readonly Could[] {
  if (verb === 'liquidate') return payerInstead === undefined || 'relation' in payerInstead ? [] : [payerInstead];
  const deputies = offices.filter((office) => office.function === 'segretario-substitute');
  // where the file names no office for it, who has the role stands in
  return deputies.length > 0 ? deputies.map(({ id }) => ({ office: id })) : [{ role: 'vicesegretario' }];
}

/** Who may not make a transition of a share; null: whoever the definition names may. */
function partiesAt(
  verb: LifecycleVerb,
  state: SharesInTime,
  share: ShareState,
  { from, to, bearing = [], bearingCredited = [] }: Pick<Asked, 'from' | 'to' | 'bearing' | 'bearingCredited'>,
): Parties | null {
  if (isOfOutcomes(verb)) return partiesOf(share, state, []);
  if (!OF_SHARES.includes(verb) || (verb === 'assign' && isAsPlanned(share, to))) return null;
  const then = verb !== 'remove' && from !== undefined ? answeringOn(share, from) : [];
  const gets = to === undefined ? [] : [to];
  const offices = [...new Set([...officesOf(share), ...then, ...gets, ...bearing])];
  // a target, a day, a share that is gone are the money of whoever had it, too
  const credited = verb === 'assign' ? [] : [...creditedFor(share, state.horizon ?? null), ...bearingCredited];
  return { authors: [], offices, scored: [], beneficiaries: [], credited };
}

/** Its area gets it while nobody has it, or is the first to have had it. */
function isAsPlanned({ office, areaId, holders }: ShareState, to?: string): boolean {
  return office === null ? (to ?? areaId) === areaId : office === areaId && to === office && holders.length === 1;
}

/** Whether some who are meant may: also an office that nobody holds, for which it waits. */
function isFree(one: Could, parties: Parties, staff: Staff, days: readonly LocalDate[]): boolean {
  const seats = seatsIn(one, parties, staff);
  const wasFree = (id: string, office: string) =>
    days.every((day) => barredBy({ id, office }, parties, staff, day) === null);
  return (
    seats.length === 0 ||
    seats.some(
      ({ office, persons, barred }) =>
        !barred && (persons.length === 0 || persons.some((person) => wasFree(person, office))),
    )
  );
}

function seatsIn(one: Could, parties: Parties, staff: Staff) {
  return 'system' in one ? [] : seatsOf(one, parties, staff, {}, null);
}
