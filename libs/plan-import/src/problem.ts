import type { Wording } from './text.js';

export type ProblemCode =
  | 'import/too-large'
  | 'import/took-too-long'
  | 'import/unsupported-format'
  | 'import/encrypted-file'
  | 'import/damaged-file'
  | 'import/unsafe-file'
  | 'import/rows-hidden-by-filter'
  | 'import/formula-without-value'
  | 'import/unreadable-list'
  | 'import/empty-list'
  | 'import/missing-column'
  | 'import/unknown-column'
  | 'import/duplicate-column'
  | 'import/cell-without-column'
  | 'import/missing-value'
  | 'import/not-a-user-name'
  | 'import/duplicate-user'
  | 'import/not-an-address'
  | 'import/not-a-date'
  | 'import/ends-before-it-begins'
  | 'import/not-an-act'
  | 'import/unknown-role'
  | 'import/unknown-qualification'
  | 'import/incompatible-roles'
  | 'import/unknown-office'
  | 'import/duplicate-office'
  | 'import/unknown-office-kind'
  | 'import/office-of-same-name'
  | 'import/unusable-code'
  | 'import/taken-for-segretario'
  | 'import/row-above-headings'
  | 'import/further-ones'
  | 'import/not-a-plan'
  | 'import/truncated'
  | 'import/no-year'
  | 'import/table-without-header'
  | 'import/too-many-columns'
  | 'import/too-many-rows'
  | 'import/too-many-areas'
  | 'import/cell-too-long'
  | 'import/date-does-not-exist'
  | 'import/unreadable-weight'
  | 'import/missing-area'
  | 'import/missing-title'
  | 'import/missing-weight'
  | 'import/weight-over-ceiling'
  | 'import/no-reading-within-ceilings'
  | 'import/too-many-readings'
  | 'import/duplicate-objective-number'
  | 'import/unknown-mission'
  | 'import/unknown-strategic-objective'
  | 'import/unknown-question'
  | 'import/unknown-option'
  | 'import/answers-over-ceiling';

/** Why a document cannot be imported as it is, and where. */
export interface Problem {
  /** Counts from 1; 1 where the whole document is meant. */
  readonly line: number;
  /** Of the table, where one cell is meant; counts from 1. */
  readonly column?: number;
  readonly code: ProblemCode;
  /** Lines in it stand as `at` writes them, until the reading is spelled out. */
  readonly message: Wording;
}

/** A problem with its place in words. */
export interface PlacedProblem extends Problem {
  readonly place: Wording;
}

export function problem(line: number, code: ProblemCode, it: string, en: string, column?: number): Problem {
  return { line, code, message: { it, en }, ...(column === undefined ? {} : { column }) };
}

/** Shortens what is quoted in a message. */
export function quoted(text: string): string {
  return text.length <= 60 ? `«${text}»` : `«${text.slice(0, 57)}…»`;
}
