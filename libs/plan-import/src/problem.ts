import type { Wording } from './text.js';

export type ProblemCode =
  | 'import/too-large'
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
  readonly code: ProblemCode;
  readonly message: Wording;
}

export function problem(line: number, code: ProblemCode, it: string, en: string): Problem {
  return { line, code, message: { it, en } };
}

/** Shortens what is quoted in a message. */
export function quoted(text: string): string {
  return text.length <= 60 ? `«${text}»` : `«${text.slice(0, 57)}…»`;
}
