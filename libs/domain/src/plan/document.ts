import type { Deadline } from '../deadline/deadline.js';
import type { ActReference, Decimal, LocalDate, Source } from '../values.js';

/** A performance plan as published, read into data. The content of `plan.drafted`. */
export interface PlanDocument {
  /** The body's name as published. */
  readonly body: string;
  readonly year: number;
  readonly title: string;
  readonly act: ActReference | null;
  /** Last day of the plan. */
  readonly horizon: LocalDate;
  readonly areas: readonly Area[];
  readonly missions: readonly Mission[];
  readonly objectives: readonly PlannedObjective[];
  /** How the ambiguities of the text were settled. */
  readonly readings: readonly Reading[];
  /** Objectives that were removed in the course of the year (stralciati): they stay listed, and weigh nothing. */
  readonly removed?: readonly string[];
  /** Single shares that were removed while others of their objective go on: the same. */
  readonly removedShares?: readonly string[];
  /** The file that it was read from, as it is kept; absent where a text was sent, and in plans of earlier releases. */
  readonly origin?: DocumentOrigin;
}

export interface DocumentOrigin {
  readonly name: string;
  /** SHA-256 of the content, lower-case hexadecimal. */
  readonly sha256: string;
}

export interface Area {
  /** Lower-case slug of the name, also the id of its office: `lavori-pubblici-e-patrimonio`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The Segretario's shares are measured apart from the areas'. */
  readonly kind: 'area' | 'segretario';
  /** The most that its weights may add up to. */
  readonly ceiling: Decimal | null;
}

export interface Mission {
  readonly number: number;
  readonly title: string;
  readonly strategicObjectives: readonly { readonly number: number; readonly title: string }[];
}

export interface PlannedObjective {
  /** `<mission>.<strategic objective>.<number>`, lower case: `20.4.1a`. */
  readonly id: string;
  readonly mission: number;
  readonly strategicObjective: number;
  readonly number: string;
  readonly title: string;
  readonly shares: readonly PlannedShare[];
  readonly indicators: readonly Indicator[];
  readonly deadlines: readonly Deadline[];
  /** Who takes part without weight and without money. */
  readonly participants: readonly string[];
  /** Acts the text refers to. */
  readonly acts: readonly ActReference[];
  readonly source: Source;
}

/** The part of an objective for which one area answers. */
export interface PlannedShare {
  /** Unique in the plan: `<objective id>-<area id>`, with `-1`, `-2` where an area has more than one. */
  readonly id: string;
  readonly areaId: string;
  /** The unit within the area, as written: "Servizio Protocollo". */
  readonly unit: string | null;
  /** Null where money of its own takes the place of a weight; never zero. */
  readonly weight: Decimal | null;
  /** The money of its own, as quoted. */
  readonly funding: string | null;
  readonly source: Source;
}

export interface Indicator {
  /** Unique within its objective. */
  readonly id: string;
  readonly shareIds: readonly string[];
  readonly text: string;
  readonly target: Target | null;
  readonly source: Source;
}

/** "at least 80 %" is `{ comparison: 'at-least', value: '80', unit: '%' }`; "n. 12 days" has the unit `count`. */
export interface Target {
  readonly comparison: 'at-least' | 'exactly' | 'at-most';
  readonly value: Decimal;
  readonly unit: '%' | 'count';
}

export interface Reading {
  readonly question: string;
  readonly option: string;
  /** `weights`: only this reading agrees with the ceilings; `answer`: a person said so; `proposal`: accepted as proposed. */
  readonly settledBy: 'weights' | 'answer' | 'proposal';
}
