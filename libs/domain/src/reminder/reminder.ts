import type { Decider } from '../decider.js';
import { Refused } from '../refused.js';
import { giveNotice, type GiveNotice, type NoticeGiven } from './notice.js';
import type { Actor, Instant, LocalDate } from '../values.js';
import type { ApprovalSubject } from '../workflow/definition.js';

/** One step of the ladder that a message speaks of. */
export interface ReminderItem {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly deadlineId: string;
  readonly instance: LocalDate;
  /** Working days from the day it falls due: `-5`, `-1`, `+1`. */
  readonly step: string;
  readonly dueOn: LocalDate;
  readonly title: string;
}

/** What a time-out of a step, or the term of a return, lets an office know. */
export interface ApprovalNotice {
  readonly approvalId: string;
  /** Since when the step had waited, or it had come back: with the rung, it tells one term from another. */
  readonly since: Instant;
  /** The action's place in the step's ladder, from 0. */
  readonly rung: number;
  /**
   * `waits`: the step still waits for them; `may-decide`: they may now decide too; `decides`: they take the place of
   * `others`; `passed-over`: the `others` may decide by now; `approved-silently`: the step passed without them;
   * `silence-withheld`: silence would have passed it, a rule says no, and they have to speak;
   * `integration-due`, `integration-overdue`: what the step sent back is wanted from them by `until`, or was.
   */
  readonly says:
    | 'waits'
    | 'may-decide'
    | 'decides'
    | 'passed-over'
    | 'approved-silently'
    | 'silence-withheld'
    | 'integration-due'
    | 'integration-overdue';
  readonly others: readonly string[];
  readonly subject: ApprovalSubject;
  /** Of the stream whose approval it is. */
  readonly streamId: string;
  /** Of the objective; null where the subject is none. */
  readonly title: string | null;
  readonly step: { readonly it: string; readonly en: string };
  /** The last day for the integration; absent: it tells of none. */
  readonly until?: LocalDate;
}

export interface SendReminder {
  readonly type: 'reminder.send';
  readonly office: string;
  readonly day: LocalDate;
  readonly items: readonly ReminderItem[];
  readonly approvals?: readonly ApprovalNotice[];
  readonly by: Actor;
  readonly at: Instant;
}

export interface ReminderSent {
  readonly type: 'reminder.sent.v1';
  readonly data: {
    readonly office: string;
    readonly day: LocalDate;
    readonly items: readonly ReminderItem[];
    /** Absent where there is nothing to say of any. */
    readonly approvals?: readonly ApprovalNotice[];
  };
}

/** One of the two messages: what waits, or what has changed. */
export type ReminderCommand = SendReminder | GiveNotice;

export type ReminderEvent = ReminderSent | NoticeGiven;

export type ReminderState = { readonly status: 'none' } | { readonly status: 'sent' };

/** One message a day for an office, and one for each thing that changes what it answers for: once recorded, nothing sends it again. */
export const reminder: Decider<ReminderState, ReminderCommand, ReminderEvent> = {
  initial: { status: 'none' },

  decide(command, state) {
    const { office, day } = command;
    if (state.status === 'sent') throw new Refused('reminder/already-sent', { office, day });
    if (command.type === 'reminder.give-notice') return giveNotice(command);
    const { items, approvals = [] } = command;
    if (items.length + approvals.length === 0) throw new Refused('reminder/nothing-to-say', { office, day });
    return [{ type: 'reminder.sent.v1', data: { office, day, items, ...(approvals.length > 0 && { approvals }) } }];
  },

  evolve(state, event) {
    return event.type === 'reminder.sent.v1' || event.type === 'reminder.notice-given.v1' ? { status: 'sent' } : state;
  },
};
