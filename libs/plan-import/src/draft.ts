import type { Source } from '#domain';
import type { Wording } from './text.js';

/** A share as one reading of the text has it. */
export interface DraftShare {
  readonly areaId: string;
  readonly unit: string | null;
  /** In hundredths. */
  readonly weight: bigint | null;
  readonly funding: string | null;
  readonly source: Source;
  /** Which line of the row's cells it stands on, counted from 0; null where it stands for the whole row. */
  readonly place: number | null;
}

/** One way to read an ambiguous place. */
export interface DraftOption {
  readonly id: string;
  readonly label: Wording;
  readonly shares: readonly DraftShare[];
  /** Who takes part without a weight under this reading. */
  readonly participants: readonly string[];
}

/** A place that can be read in more ways than one; the option that the text itself makes most likely comes first. */
export interface Ambiguity {
  readonly id: string;
  readonly line: number;
  readonly question: Wording;
  readonly options: readonly DraftOption[];
}

/** An ambiguity with its place in words. */
export interface PlacedAmbiguity extends Ambiguity {
  readonly place: Wording;
}

export interface DraftRow {
  readonly line: number;
  /** Shares that every reading has. */
  readonly shares: readonly DraftShare[];
  readonly participants: readonly string[];
  readonly ambiguities: readonly Ambiguity[];
  /** How many lines the row's shares stand on, if they stand on lines of their own. */
  readonly places: number;
}

/** A row with an area or indicators of its own whose cell for the weight is empty. */
export interface Unweighted {
  readonly line: number;
  /** Of the weights. */
  readonly column: number | undefined;
  /** Names an area that no row above it in its objective names: such a row has a weight of its own as a rule. */
  readonly ownArea: boolean;
  /** Several rows of its objective have weights of their own. */
  readonly amongWeighted: boolean;
}
