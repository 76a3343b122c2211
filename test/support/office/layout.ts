/** A plan laid out as an office would: what the writers of DOCX and XLSX are given. */
export type Piece = Heading | TablePiece;

export interface Heading {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly setApart: boolean;
}

export interface TablePiece {
  readonly kind: 'table';
  readonly rows: readonly LaidRow[];
}

export interface LaidRow {
  readonly header: boolean;
  readonly cells: readonly LaidCell[];
}

export interface LaidCell {
  readonly lines: readonly LaidLine[];
  /** Goes on with the cell above it. */
  readonly joined: boolean;
}

export interface LaidLine {
  readonly text: string;
  readonly item: boolean;
  /** Empty lines before it. */
  readonly gap: number;
}
