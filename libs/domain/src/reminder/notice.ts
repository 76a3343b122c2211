import { Refused } from '../refused.js';
import type { ActReference, Actor, Instant, LocalDate } from '../values.js';
import type { ToldPart } from '../plan/number-taken.js';
import type { DaysTaken } from '../objective/lifecycle-messages.js';
import type { Difference } from '../variation/differences.js';

/** What a person is told of their own evaluation. */
export const evaluationNews = [
  'proposed',
  'withdrawn',
  'hearing-offered',
  'decided',
  'conciliated',
  'definitive',
  'observations-ending',
  'conciliation-ending',
] as const;

export type EvaluationNews = (typeof evaluationNews)[number];

/** What an office is told beside its deadlines: something was decided that changes what it answers for; or a person. */
export type NoticeAbout =
  | {
      readonly kind: 'evaluation';
      readonly evaluationId: string;
      readonly planId: string;
      /** An account: it is told to nobody else. */
      readonly person: string;
      readonly what: EvaluationNews;
      /** The last day of a term, or the day of the hearing; null: none. */
      readonly until: LocalDate | null;
    }
  | {
      readonly kind: 'plan-changed';
      readonly planId: string;
      /** The version that the plan has now. */
      readonly version: number;
      /** Null: a share was removed by an act of its own. */
      readonly variationId: string | null;
      readonly act: ActReference | null;
      readonly differences: readonly Difference[];
    }
  | {
      readonly kind: 'proposal-told-otherwise';
      /** Whose number a draft of the plan has. */
      readonly objectiveId: string;
      /** As it was proposed. */
      readonly title: string;
      /** As the draft has it. */
      readonly planned: string;
      readonly differs: readonly ToldPart[];
      /** It is another objective; absent: the one that was proposed, told otherwise. */
      readonly another?: true;
    }
  | {
      /** To the office that loses days of credit, by what was recorded later. */
      readonly kind: 'days-taken';
      readonly objectiveId: string;
      readonly shareId: string;
      readonly title: string;
      readonly taken: DaysTaken;
      readonly act: ActReference | null;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'suspension-over';
      readonly objectiveId: string;
      readonly shareId: string;
      readonly title: string;
      /** First day on which work goes on. */
      readonly on: LocalDate;
      /** By how many days what was open falls due later. */
      readonly days: number;
      /** Some fall due on other days: days of the rest before the act that fixed theirs do not count. Absent: none does. */
      readonly someOtherwise?: true;
      /** Whether it ended because no act ratified it in time. */
      readonly unratified: boolean;
    };

export interface GiveNotice {
  readonly type: 'reminder.give-notice';
  /** Empty: of a person who holds none. */
  readonly office: string;
  readonly day: LocalDate;
  readonly about: NoticeAbout;
  readonly by: Actor;
  readonly at: Instant;
}

export interface NoticeGiven {
  readonly type: 'reminder.notice-given.v1';
  readonly data: { readonly office: string; readonly day: LocalDate; readonly about: NoticeAbout };
}

/** @throws Refused `reminder/nothing-to-say` */
export function giveNotice({ office, day, about }: GiveNotice): readonly NoticeGiven[] {
  const nothing = about.kind === 'plan-changed' && about.differences.length === 0;
  if (nothing) throw new Refused('reminder/nothing-to-say', { office, day });
  return [{ type: 'reminder.notice-given.v1', data: { office, day, about } }];
}
