import type { LocalDate } from '#domain';

/** A deadline as the words give it; whose it is comes later. */
export type DeadlineWords =
  | { readonly kind: 'fixed'; readonly on: LocalDate }
  /** `graceDays`: to the day by which the words want it; absent: they do not say. */
  | { readonly kind: 'as-of'; readonly asOf: LocalDate; readonly graceDays?: number }
  | { readonly kind: 'start'; readonly from: LocalDate; readonly until: LocalDate | null }
  | {
      readonly kind: 'recurring';
      readonly every: 'week' | 'month';
      readonly from: LocalDate;
      readonly until: LocalDate;
      readonly nilReturn: boolean;
      readonly day?: number;
    }
  | { readonly kind: 'relative'; readonly to: string; readonly within: string }
  | { readonly kind: 'after'; readonly what: string };

export interface PlanTime {
  readonly year: number;
  readonly horizon: LocalDate;
}

/** A piece of a text, by its places. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What was read, and the words that it was read from; null: they are understood, and nothing falls due by them. */
export interface ReadTerm {
  readonly words: DeadlineWords | null;
  readonly spans: readonly Span[];
}

/** A text in which terms are looked for. */
export interface TermText {
  /** Its citations of acts blanked out. */
  readonly text: string;
  /** The same folded, places kept. */
  readonly plain: string;
  /** The days in it that the calendar has. */
  readonly dates: readonly DatedSpan[];
}

export interface DatedSpan extends Span {
  readonly date: LocalDate;
}

export function spanOf(match: RegExpExecArray | RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
