import type { Deadline, LocalDate, PlanDocument, Reading } from '#domain';
import type { Ambiguity, PlacedAmbiguity } from './draft.js';
import type { PlacedProblem, Problem } from './problem.js';
import type { PlacedQuestion, Question } from './question.js';
import type { SourceRow } from './source-rows.js';
import type { Wording } from './text.js';

export interface Counts {
  readonly missions: number;
  readonly strategicObjectives: number;
  readonly objectives: number;
  readonly shares: number;
  readonly weightedShares: number;
  readonly indicators: number;
}

export interface PlanReading {
  /** Under the settled readings and, for questions still open, the proposed ones; null where there are problems. */
  readonly document: PlanDocument | null;
  readonly reading: {
    readonly plan: { readonly body: string; readonly year: number | null; readonly act: PlanDocument['act'] };
    readonly counts: Counts;
    /** By the area's name. */
    readonly weightByArea: Readonly<Record<string, string>>;
  };
  /** What only a person can settle. */
  readonly questions: readonly PlacedQuestion[];
  readonly settled: readonly Reading[];
  readonly problems: readonly PlacedProblem[];
  readonly readings: {
    readonly enumerated: number;
    readonly withinCeilings: number;
    readonly saturating: number;
    /** False where they were too many to be counted; then the counts are lower bounds. */
    readonly complete: boolean;
  };
  readonly ambiguities: readonly PlacedAmbiguity[];
  /** How each ambiguity is read, with its place; under the proposals where questions are open. */
  readonly read: readonly PlacedReading[];
  readonly areas: readonly FoundArea[];
  readonly objectives: readonly FoundObjective[];
  /** The document as it was read, row by row. */
  readonly source: readonly SourceRow[];
  /** What was left out or taken away, and whose office an area is, in words. */
  readonly remarks: readonly Wording[];
}

/** A reading before places are put into words. */
export interface UnplacedReading extends Pick<
  PlanReading,
  'reading' | 'settled' | 'readings' | 'document' | 'remarks'
> {
  /** What was read, even where problems keep it from being a plan. */
  readonly found: PlanDocument | null;
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
  readonly ambiguities: readonly Ambiguity[];
}

/** How an ambiguity is read, and where it stands. */
export interface PlacedReading extends Reading {
  readonly line: number;
  readonly place: Wording;
  readonly label: Wording;
}

/** An area with what its weights add up to against the most they may. */
export interface FoundArea {
  readonly id: string;
  readonly name: string;
  readonly weight: string;
  readonly ceiling: string | null;
}

/** An objective as it was found, with its place. */
export interface FoundObjective {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly place: Wording;
  readonly shares: readonly FoundShare[];
  readonly indicators: readonly { readonly text: string; readonly line: number }[];
  readonly deadlines: readonly FoundDeadline[];
}

interface FoundShare {
  readonly areaId: string;
  readonly weight: string | null;
  readonly line: number;
  readonly place: Wording;
}

/** A deadline with the line it was read from. */
export interface FoundDeadline {
  readonly text: string;
  readonly line: number;
  readonly kind: Deadline['kind'];
  /** The day it falls due, of several the last; null where none is known yet. */
  readonly dueOn: LocalDate | null;
}
