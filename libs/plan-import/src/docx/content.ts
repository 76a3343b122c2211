/** What stands in the body of a document, or in a cell of it, in order. */
export type Content = Paragraph | WordTable;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Line feeds stand for breaks within it. */
  readonly text: string;
  readonly heading: boolean;
  readonly item: boolean;
  /** Counts from 1, as the document was last laid out. */
  readonly page: number;
}

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly WordRow[];
}

export interface WordRow {
  readonly cells: readonly WordCell[];
  readonly page: number;
}

export interface WordCell {
  readonly content: readonly Content[];
  /** Columns of the grid, from 0: where it begins and before which it ends. */
  readonly start: number;
  readonly end: number;
  /** Goes on with the cell above it. */
  readonly joined: boolean;
}

export interface WordContent {
  readonly content: readonly Content[];
  /** False where the document does not say where its pages end. */
  readonly knowsPages: boolean;
  readonly textBoxes: number;
  readonly deletions: number;
  readonly hidden: number;
}
