import { Refused } from '../refused.js';
import type { Staff } from '../organisation/staff.js';
import type { InstanceRef, JustificationEffect } from '../objective/late.js';
import type { Actor, Instant, LocalDate } from '../values.js';
import type { ApprovalSubject } from '../workflow/definition.js';
import type { Needed } from '../order/needed.js';
import type { ByStaff } from './actor.js';
import type { Approval } from './approval.js';
import { correctDay, type DayCorrection } from './correct-day.js';
import { claim, reassign, release, type Reassignment } from './claims.js';
import { evolveApproval } from './evolve.js';
import type { ApprovalFact, ApprovalFactOf } from './facts.js';
import { inItsWords } from './in-its-words.js';
import { migrate, type Migration } from './migrate.js';
import { begun, type Opened } from './open.js';
import { takeStep, type StepTaken } from './take-step.js';
import { timeOut, type WorkingCalendar } from './terms.js';

/** What can be done to an approval that is under way. */
export type ApprovalDeed =
  | ({ readonly do: 'take-step' } & StepTaken)
  | { readonly do: 'claim' | 'release'; readonly step: string }
  | ({ readonly do: 'reassign' } & Reassignment)
  | ({ readonly do: 'migrate' } & Migration)
  | ({ readonly do: 'correct-day' } & DayCorrection)
  | { readonly do: 'time-out'; readonly calendar: WorkingCalendar };

/** Which of an aggregate's approvals. */
export interface ApprovalRef {
  readonly subject: ApprovalSubject;
  /** Null where the subject has no shares. */
  readonly shareId: string | null;
}

/** One command for every aggregate that has approvals. */
export interface ActOnApproval extends ApprovalRef {
  readonly type: 'approval.act';
  /** Of a justification: what was missed. */
  readonly missed?: InstanceRef;
  /** Of whoever agrees to a justification: how it counts. */
  readonly effect?: JustificationEffect | null;
  readonly deed: ApprovalDeed;
  /** Of a variation whose day is corrected: when its plan was approved; absent: the log does not say. */
  readonly planApprovedOn?: LocalDate | undefined;
  readonly staff: Staff;
  readonly by: Actor;
  /** The day on which it happened, where it is recorded later; absent: the day of the recording. */
  readonly on?: LocalDate;
  readonly at: Instant;
}

/** Each fact of an approval as an event of the aggregate whose approval it is. */
export type ApprovalEvent<Aggregate extends string> =
  | {
      [K in ApprovalFact['kind']]: {
        readonly type: `${Aggregate}.approval-${K}.v1`;
        readonly data: ApprovalRef & ApprovalFactOf<K>;
      };
    }[ApprovalFact['kind']]
  | { readonly type: `${Aggregate}.approval-opened.v1`; readonly data: ApprovalRef & Opened };

/**
 * What a deed does to an approval.
 *
 * @param setsOutAfter  what it rests on that it was sent on its way: asked where the day of that is corrected
 * @throws Refused `approval/not-open` when there is none, and as the deeds themselves
 */
export function actOn(
  approval: Approval | null,
  { deed, staff, by, on, at }: ActOnApproval,
  setsOutAfter: readonly Needed[] = [],
): readonly ApprovalFact[] {
  // An alarm that rings late asks whether something is due; of what is over nothing is.
  if (deed.do === 'time-out') return approval === null ? [] : timeOut(approval, staff, at, deed.calendar);
  if (approval === null) throw new Refused('approval/not-open', { status: 'none' });
  if (deed.do === 'take-step') return takeStep(approval, { ...(on !== undefined && { on }), ...deed, by, staff, at });
  return inItsWords(approval.chain, () => handled(approval, deed, { staff, by, on, at }, setsOutAfter));
}

type Handling = Exclude<ApprovalDeed, { readonly do: 'take-step' | 'time-out' }>;

/** Who takes the step, and by which rules. */
function handled(
  approval: Approval,
  deed: Handling,
  { staff, by, on, at }: ByStaff,
  setsOutAfter: readonly Needed[],
): readonly ApprovalFact[] {
  switch (deed.do) {
    case 'claim':
      return claim(approval, { ...deed, by, staff, at });
    case 'release':
      return release(approval, { ...deed, by, staff, at });
    case 'reassign':
      return reassign(approval, { ...deed, by, staff, on, at });
    case 'migrate':
      return migrate(approval, { ...deed, by, staff, on, at });
    case 'correct-day':
      return correctDay(approval, { ...deed, by, staff, on, at }, setsOutAfter);
  }
}

/** @returns the events of an aggregate, one a fact, in their order */
export function asEvents<Aggregate extends string>(
  aggregate: Aggregate,
  { subject, shareId }: ApprovalRef,
  facts: readonly ApprovalFact[],
): readonly ApprovalEvent<Aggregate>[] {
  return facts.map(
    (fact) =>
      // the type's name and its data come from one fact, which the compiler cannot follow through a union
      ({
        type: `${aggregate}.approval-${fact.kind}.v1`,
        data: { subject, shareId, ...fact },
      }) as ApprovalEvent<Aggregate>,
  );
}

/** The approval after one of those events; null: there is none, and the event did not open one. */
export function evolveByEvent<Aggregate extends string>(
  approval: Approval | null,
  { data }: ApprovalEvent<Aggregate>,
): Approval | null {
  if (!('kind' in data)) return begun(data, approval?.returnedOn);
  return approval === null ? null : evolveApproval(approval, data);
}
