/** The plan with its last column filled, as it is printed: text only, in reading order. */
export interface TableDocument {
  /** The body's name as published. */
  readonly body: string;
  readonly title: string;
  /** "Approvato con DGC 103 del 16.05.2022"; null while no act has approved it. */
  readonly act: string | null;
  /** "Stato al 31.12.2022; …": what the last column knows. */
  readonly note: string;
  readonly headings: ColumnHeadings;
  readonly missions: readonly PrintedMission[];
}

export type ColumnHeadings = readonly [string, string, string, string, string, string];

export interface PrintedMission {
  readonly title: string;
  readonly strategicObjectives: readonly PrintedStrategicObjective[];
}

export interface PrintedStrategicObjective {
  readonly title: string;
  readonly objectives: readonly PrintedObjective[];
}

export interface PrintedObjective {
  readonly number: string;
  readonly title: string;
  /** One row a share. */
  readonly shares: readonly PrintedShare[];
}

export interface PrintedShare {
  /** The area and, where there is one, its unit. */
  readonly area: readonly string[];
  readonly expected: readonly string[];
  /** "2,5"; null where money of its own takes its place. */
  readonly weight: string | null;
  /** That money, in the words of the plan. */
  readonly funding: string | null;
  /** What was achieved, paragraph by paragraph. */
  readonly achieved: readonly string[];
}

/** Where there would be a table: nothing of the published plan disappears without a word. */
export const NO_OBJECTIVES = 'Nessun obiettivo operativo nell’anno.';

/** What stands in the column of weights. */
export function weightCell({ weight, funding }: Pick<PrintedShare, 'weight' | 'funding'>): string {
  return weight ?? funding ?? '—';
}
