// How the tables write what they hold: instants and days are text, decimals `numeric` (text in a program).

/** An instant, `2022-05-16T08:00:00.000Z`. */
export type Instant = string;
/** A day in Italy, `2022-05-16`. */
export type Day = string;
/** A number that must stay exact, as text: `"97.5"`. */
export type Decimal = string;
/** A position in the log; -1 before its first event. */
export type Position = string;

/** An act as it is cited. */
export interface ActReference {
  readonly kind: string;
  readonly number: string;
  readonly date: Day | null;
}
