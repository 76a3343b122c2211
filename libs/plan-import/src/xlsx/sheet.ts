/** A cell that says something. */
export interface SheetCell {
  /** Counts from 0. */
  readonly column: number;
  readonly text: string;
}

export interface SheetRow {
  /** As the program numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** Cells joined into one; rows count from 1, columns from 0, the ends included. */
export interface Joined {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A sheet as a person sees it: without hidden rows and columns. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly joined: readonly Joined[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** A filter is set, so that rows may be hidden which belong to the plan. */
  readonly filtered: boolean;
  /** Cells whose formula was never calculated. */
  readonly uncalculated: readonly { readonly row: number; readonly column: number }[];
}

/** `C12` → column 2; null for anything else. */
export function columnIn(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d{0,7}$/i.exec(reference.replaceAll('$', ''))?.[1];
  if (letters === undefined) return null;
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 2 → `C`. */
export function lettersOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}

/** `A1:C4` as it is written in a sheet; null for anything else. */
export function joinedIn(reference: string): Joined | null {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':');
  const [left, right] = [columnIn(from), columnIn(to)];
  const [top, bottom] = [from, to].map((end) => Number(/\d+$/.exec(end)?.[0] ?? NaN));
  if (left === null || right === null || top === undefined || bottom === undefined) return null;
  return top >= 1 && bottom >= top && right >= left ? { top, bottom, left, right } : null;
}
