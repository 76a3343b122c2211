import type { Wording } from './text.js';

/** A question that only a person can answer, with what is proposed. */
export interface Question {
  readonly id: string;
  readonly line: number;
  readonly question: Wording;
  readonly options: readonly { readonly id: string; readonly label: Wording }[];
  readonly proposed: string;
}

/** A question with its place in words. */
export interface PlacedQuestion extends Question {
  readonly place: Wording;
}
