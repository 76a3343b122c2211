import {
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import type { LaidCell, Piece, TablePiece } from './layout.js';

export interface DocxManner {
  /** Headings as styles or as bold text. */
  readonly headings: 'styled' | 'bold';
  /** Tables with at least this many rows are split in two, as over two pages, the headings written again. */
  readonly splitFrom?: number;
  /** Deleted, inserted and hidden text among what stands. */
  readonly revisions?: boolean;
}

/** A plan as a word processor keeps it. */
export async function asDocx(pieces: readonly Piece[], manner: DocxManner): Promise<Uint8Array> {
  const children = pieces.flatMap((piece, index) =>
    piece.kind === 'paragraph'
      ? [paragraph(piece.text, piece.setApart, manner, index)]
      : [...tables(piece, manner), new Paragraph({})],
  );
  const numbering = {
    config: [{ reference: 'list', levels: [{ level: 0, format: 'bullet' as const, text: '•' }] }],
  };
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}

function paragraph(text: string, setApart: boolean, { headings, revisions }: DocxManner, index: number): Paragraph {
  if (setApart && headings === 'styled')
    return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun({ text: soft(text) })] });
  const runs =
    revisions === true && text.length > 20
      ? [
          new TextRun({ text: text.slice(0, 10), bold: setApart }),
          new DeletedTextRun({ ...revision(index), text: ' PESO MASSIMO 5 PER AREA ' }),
          new InsertedTextRun({ ...revision(index), text: text.slice(10), bold: setApart }),
          new TextRun({ text: ' nascosto', vanish: true }),
        ]
      : [new TextRun({ text, bold: setApart })];
  return new Paragraph({ children: runs });
}

/** With a blank that does not break and a hyphen that is not seen, as programs put them. */
function soft(text: string): string {
  return text.replace(' ', '\u00a0').replace(/(\p{L}{4})(\p{L}{4})/u, '$1\u00ad$2');
}

const revision = (id: number) => ({ id, author: 'Ufficio', date: '2022-05-16T08:00:00Z' });

function tables({ rows }: TablePiece, manner: DocxManner): (Table | Paragraph)[] {
  const { splitFrom = Infinity } = manner;
  const [header] = rows;
  if (rows.length < splitFrom || header?.header !== true) return [table(rows)];
  const middle = rows.findIndex((row, index) => index >= rows.length / 2 && row.cells.every(({ joined }) => !joined));
  if (middle < 0) return [table(rows)];
  return [
    table(rows.slice(0, middle)),
    new Paragraph({ children: [new PageBreak()] }),
    table([header, ...rows.slice(middle)]),
  ];
}

function table(rows: TablePiece['rows']): Table {
  return new Table({
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: row.header,
          children: cellsOf(row.cells).map(
            ({ cell, span, column }) =>
              new TableCell({
                ...(span > 1 ? { columnSpan: span } : {}),
                ...merge(cell, rows[index + 1]?.cells[column]),
                children: paragraphs(cell),
              }),
          ),
        }),
    ),
  });
}

/** A row with one cell alone is one cell over all columns. */
function cellsOf(cells: readonly LaidCell[]): { cell: LaidCell; span: number; column: number }[] {
  const filled = cells.filter(({ lines }) => lines.length > 0);
  const alone = filled.length === 1 && cells[0] === filled[0] && cells.every(({ joined }) => !joined);
  if (alone && filled[0] !== undefined) return [{ cell: filled[0], span: cells.length, column: 0 }];
  return cells.map((cell, column) => ({ cell, span: 1, column }));
}

function merge(cell: LaidCell, below: LaidCell | undefined) {
  if (cell.joined) return { verticalMerge: VerticalMergeType.CONTINUE };
  return below?.joined === true ? { verticalMerge: VerticalMergeType.RESTART } : {};
}

function paragraphs({ lines }: LaidCell): Paragraph[] {
  const written = lines.flatMap(({ text, item, gap }) => [
    ...Array.from({ length: gap }, () => new Paragraph({})),
    new Paragraph({ text, ...(item ? { numbering: { reference: 'list', level: 0 } } : {}) }),
  ]);
  return written.length === 0 ? [new Paragraph({})] : written;
}
