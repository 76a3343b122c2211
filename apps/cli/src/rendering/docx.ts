import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import {
  NO_OBJECTIVES,
  weightCell,
  type ColumnHeadings,
  type PrintedObjective,
  type PrintedShare,
  type TableDocument,
} from './document.js';
import { withFixedDates } from './fixed-dates.js';

/** Twentieths of a point, as Word counts: A4 is 210 by 297 mm. */
const A4 = { short: 11_906, long: 16_838 };
const MARGIN = 850;
/** Leaves room for the page's head above the tables. */
const TOP = 1_150;
/** Number, objective, area, expected, weight, achieved; together the width between the margins. */
const COLUMNS = [480, 2_200, 2_150, 3_900, 1_700, 4_708] as const;
const HEAD_SHADE = 'DCE6F2';
const FONT = 'Arial';

/**
 * The plan's tables as a Word document on A4 in landscape.
 *
 * @returns the same bytes for the same document, whenever it is made
 */
export async function toDocx(document: TableDocument): Promise<Uint8Array> {
  return withFixedDates(await Packer.toBuffer(layOut(document)));
}

function layOut({ body, title, act, note, headings, missions }: TableDocument): Document {
  return new Document({
    title: `${title} – ${body}`,
    creator: body,
    lastModifiedBy: body,
    description: note,
    styles: {
      default: {
        document: { run: { font: FONT, size: 17 } },
        title: { run: { font: FONT, size: 40, bold: true }, paragraph: { alignment: AlignmentType.CENTER } },
        heading1: { run: { font: FONT, size: 26, bold: true }, paragraph: { spacing: { before: 360, after: 80 } } },
        heading2: { run: { font: FONT, size: 20, bold: true }, paragraph: { spacing: { before: 160, after: 100 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // the library turns the sides itself when the page lies
            size: { width: A4.short, height: A4.long, orientation: PageOrientation.LANDSCAPE },
            margin: { top: TOP, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 500, footer: 400 },
          },
        },
        headers: { default: new Header({ children: [small(`${body} – ${title}`, AlignmentType.RIGHT)] }) },
        footers: { default: new Footer({ children: [pageNumbers(act)] }) },
        children: [
          centred(body, 32),
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...(act === null ? [] : [centred(act, 20)]),
          centred(note, 17),
          ...missions.flatMap((mission) => [
            new Paragraph({ text: mission.title, heading: HeadingLevel.HEADING_1, keepNext: true }),
            ...mission.strategicObjectives.flatMap(({ title: strategic, objectives }) => [
              new Paragraph({ text: strategic, heading: HeadingLevel.HEADING_2, keepNext: true }),
              objectives.length === 0 ? new Paragraph(NO_OBJECTIVES) : tableOf(headings, objectives),
            ]),
          ]),
        ],
      },
    ],
  });
}

function tableOf(headings: ColumnHeadings, objectives: readonly PrintedObjective[]): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: headings.map((text, column) => cell(column, [new Paragraph({ children: [bold(text)] })], HEAD_SHADE)),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: COLUMNS.reduce<number>((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...COLUMNS],
    rows: [head, ...objectives.flatMap(({ number, title, shares }) => shares.map(rowOf(number, title)))],
  });
}

/** The rows of one objective share its number and title. */
function rowOf(number: string, title: string) {
  return (share: PrintedShare, index: number): TableRow => {
    const { area, expected, achieved } = share;
    const merge = index === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
    return new TableRow({
      cantSplit: true,
      children: [
        cell(0, [new Paragraph(index === 0 ? number : '')], undefined, merge),
        cell(1, [new Paragraph({ children: [bold(index === 0 ? title : '')] })], undefined, merge),
        cell(
          2,
          area.map((text) => new Paragraph(text)),
        ),
        cell(
          3,
          expected.map((text) => new Paragraph({ text, spacing: { after: 60 } })),
        ),
        cell(4, [new Paragraph(weightCell(share))]),
        cell(
          5,
          achieved.map((text) => new Paragraph({ text, spacing: { after: 60 } })),
        ),
      ],
    });
  };
}

function cell(column: number, children: Paragraph[], fill?: string, verticalMerge?: 'continue' | 'restart'): TableCell {
  return new TableCell({
    children: children.length === 0 ? [new Paragraph('')] : children,
    width: { size: COLUMNS[column] ?? 0, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(fill && { shading: { fill } }),
    ...(verticalMerge && { verticalMerge }),
  });
}

function bold(text: string): TextRun {
  return new TextRun({ text, bold: true });
}

function centred(text: string, size: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [new TextRun({ text, size })],
  });
}

function small(text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, size: 14, color: '555555' })] });
}

function pageNumbers(act: string | null): Paragraph {
  const style = { size: 14, color: '555555' };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ text: act === null ? '' : `${act} – `, ...style }),
      new TextRun({ children: ['Pagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES], ...style }),
    ],
  });
}
