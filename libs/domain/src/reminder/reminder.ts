import type { Decider } from '../decider.js';
import { Refused } from '../refused.js';
import type { Actor, Instant, LocalDate } from '../values.js';

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

export interface ReminderCommand {
  readonly type: 'reminder.send';
  readonly office: string;
  readonly day: LocalDate;
  readonly items: readonly ReminderItem[];
  readonly by: Actor;
  readonly at: Instant;
}

export interface ReminderEvent {
  readonly type: 'reminder.sent.v1';
  readonly data: { readonly office: string; readonly day: LocalDate; readonly items: readonly ReminderItem[] };
}

export type ReminderState = { readonly status: 'none' } | { readonly status: 'sent' };

/** One message a day for an office: once it is recorded as sent, nothing can send it again. */
export const reminder: Decider<ReminderState, ReminderCommand, ReminderEvent> = {
  initial: { status: 'none' },

  decide({ office, day, items }, state) {
    if (state.status === 'sent') throw new Refused('reminder/already-sent', { office, day });
    if (items.length === 0) throw new Refused('reminder/nothing-to-say', { office, day });
    return [{ type: 'reminder.sent.v1', data: { office, day, items } }];
  },

  evolve(state, event) {
    return event.type === 'reminder.sent.v1' ? { status: 'sent' } : state;
  },
};
