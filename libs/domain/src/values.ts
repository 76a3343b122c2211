/** A point in time, ISO 8601 in UTC with milliseconds, e.g. `2022-05-16T08:00:00.000Z`. */
export type Instant = string;

/** A day in the calendar of Europe/Rome, `YYYY-MM-DD`. */
export type LocalDate = string;

/**
 * An exact decimal as text, with a point and without exponent: weights and degrees (`"2.5"`, `"97.5"`), euros (`"1234.50"`).
 * Inside the rules it becomes a `bigint` of its smallest unit, see `decimal.ts`.
 */
export type Decimal = string;

/** An act of the body: DGC 95 of 16 May 2022 is `{ kind: 'DGC', number: '95', date: '2022-05-16' }`. */
export interface ActReference {
  readonly kind: string;
  readonly number: string;
  readonly date: LocalDate | null;
}

/** A document offered as proof, known by its content. */
export interface Evidence {
  readonly name: string;
  /** SHA-256 of the content, lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
}

/** Who acts: an account (an opaque id, never a name) and the office held at that moment. */
export interface Actor {
  readonly id: string;
  readonly office: string;
}

/** Where a fact stands in the document it was read from. Lines count from 1, columns of a table from 1. */
export interface Source {
  readonly line: number;
  readonly column?: number;
  /** The same in words for who opens the document: «tabella 3, riga 5»; absent where it is a text and has lines. */
  readonly place?: { readonly it: string; readonly en: string };
}
