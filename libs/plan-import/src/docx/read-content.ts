import { LIMITS } from '../limits.js';
import { tooManyColumns } from '../bounds.js';
import { OFFICE_LIMITS } from '../office/limits.js';
import { tooBig, Unreadable } from '../office/unreadable.js';
import { readXml, type Element } from '../office/xml.js';
import type { Content, WordCell, WordContent, WordRow } from './content.js';
import { isOn, type ParagraphStyle } from './styles.js';

/** What stands in them is not the text of the document as a person sees it. */
const PASSED_OVER = new Set([
  'del', 'moveFrom', 'Fallback', 'drawing', 'pict', 'object', 'txbxContent', 'instrText', 'delText', 'delInstrText',
  'rPrChange', 'pPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'tblGridChange', 'sectPrChange', 'tblPrExChange',
  'numberingChange', 'sectPr', 'tblGrid', 'footnoteReference', 'endnoteReference', 'annotationRef', 'rt', 'sdtPr',
]); // prettier-ignore

interface OpenParagraph {
  text: string;
  letters: number;
  boldLetters: number;
  style: string;
  outline: boolean;
  item: boolean | null;
  page: number;
  /** Its end was deleted: it goes on with the next. */
  endDeleted: boolean;
}

interface OpenCell {
  content: Content[];
  span: number;
  joined: boolean;
  deleted: boolean;
}

interface OpenTable {
  rows: WordRow[];
  cells: WordCell[];
  column: number;
  page: number;
  deleted: boolean;
  cell: OpenCell | null;
}

/**
 * The body of a document as a person sees it who accepts its tracked changes: what was deleted or is hidden is left out,
 * what was inserted stays; text boxes stand beside the text and are left out.
 *
 * @throws Unreadable
 */
export function readContent(bytes: Uint8Array, styleOf: (id: string) => ParagraphStyle): WordContent {
  const body: Content[] = [];
  const tables: OpenTable[] = [];
  const path: string[] = [];
  let paragraph: OpenParagraph | null = null;
  let unended: OpenParagraph | null = null;
  let run = { bold: null as boolean | null, hidden: false };
  let inText = false;
  let passedOver = 0; // depth within what is passed over
  let since = '';
  let pages = 1;
  let length = 0;
  let rows = 0;
  const left = { textBoxes: 0, deletions: 0, hidden: 0 };

  const here = () => {
    const cell = tables.at(-1)?.cell;
    return cell === null || cell === undefined ? body : cell.content;
  };
  const write = (text: string) => {
    if (paragraph === null) return;
    length += text.length;
    if (length > OFFICE_LIMITS.text) throw tooBig();
    paragraph.text += text;
    const letters = text.replace(/[^\p{L}\d]/gu, '').length;
    paragraph.letters += letters;
    if (run.bold ?? styleOf(paragraph.style).bold) paragraph.boldLetters += letters;
  };

  const openElement = (element: Element) => {
    const value = element.attribute('val');
    const parent = path.at(-1);
    const table = tables.at(-1);
    switch (element.name) {
      case 'p':
        paragraph = unended ?? emptyParagraph(pages);
        unended = null;
        return;
      case 'pStyle':
        if (paragraph !== null) paragraph.style = value ?? '';
        return;
      case 'outlineLvl':
        if (paragraph !== null) paragraph.outline = Number(value) < 9;
        return;
      case 'numId':
        if (paragraph !== null) paragraph.item = value !== '0';
        return;
      case 'r':
        run = { bold: null, hidden: false };
        return;
      case 'b':
        if (parent === 'rPr' && path.at(-2) === 'r') run.bold = isOn(value);
        return;
      case 'vanish':
        if (parent === 'rPr' && path.at(-2) === 'r') run.hidden = isOn(value);
        return;
      case 't':
        inText = true;
        return;
      case 'tab':
        if (parent === 'r' && !run.hidden) write(' ');
        return;
      case 'br':
      case 'cr':
        if (parent === 'r' && !run.hidden) write('\n');
        return;
      case 'noBreakHyphen':
        write('-');
        return;
      case 'sym':
        // signs of fonts of signs: bullets and ticks
        write('• ');
        return;
      case 'lastRenderedPageBreak':
        pages += 1;
        if (paragraph !== null && paragraph.text.trim() === '') paragraph.page = pages;
        return;
      case 'tbl':
        tables.push({ rows: [], cells: [], column: 0, page: 1, deleted: false, cell: null });
        return;
      case 'tr':
        if (table !== undefined) Object.assign(table, { cells: [], column: 0, deleted: false });
        return;
      case 'gridBefore':
        if (table !== undefined && value !== '0') table.column = spanOf(value);
        return;
      case 'hidden':
        if (table !== undefined && parent === 'trPr' && isOn(value)) {
          table.deleted = true;
          left.hidden += 1;
        }
        return;
      case 'tc':
        if (table !== undefined) table.cell = { content: [], span: 1, joined: false, deleted: false };
        return;
      case 'gridSpan':
        if (table?.cell) table.cell.span = spanOf(value);
        return;
      case 'vMerge':
        if (table?.cell) table.cell.joined = value !== 'restart';
        return;
      case 'cellDel':
        if (table?.cell) table.cell.deleted = true;
        return;
      default:
    }
  };

  const closeElement = (name: string) => {
    const table = tables.at(-1);
    switch (name) {
      case 't':
        inText = false;
        return;
      case 'r':
        run = { bold: null, hidden: false };
        return;
      case 'p':
        if (paragraph === null) return;
        if (paragraph.endDeleted) unended = { ...paragraph, endDeleted: false };
        else here().push(ended(paragraph, styleOf(paragraph.style)));
        paragraph = null;
        return;
      case 'tc': {
        if (table?.cell === null || table === undefined) return;
        if (unended !== null) here().push(ended(unended, styleOf(unended.style)));
        unended = null;
        const { content, span, joined, deleted } = table.cell;
        const end = table.column + span;
        if (table.cells.length === 0) table.page = pages;
        table.cells.push({ content: deleted ? [] : content, start: table.column, end, joined });
        table.column = end;
        table.cell = null;
        if (table.cells.length > LIMITS.columns) throw new Unreadable(tooManyColumns());
        return;
      }
      case 'tr':
        rows += 1;
        if (rows > OFFICE_LIMITS.rows) throw tooBig();
        if (table === undefined) return;
        if (!table.deleted && table.cells.length > 0) table.rows.push({ cells: table.cells, page: table.page });
        return;
      case 'tbl':
        tables.pop();
        if (table !== undefined && table.rows.length > 0) here().push({ kind: 'table', rows: table.rows });
        return;
      default:
    }
  };

  readXml(bytes, {
    open: (element) => {
      if (passedOver > 0) {
        // the same box is written twice, the second time for older programs
        if (element.name === 'txbxContent' && since !== 'Fallback') left.textBoxes += 1;
        passedOver += 1;
        return;
      }
      const parent = path.at(-1);
      if (element.name === 'del' && parent === 'rPr' && path.at(-2) === 'pPr' && paragraph !== null)
        paragraph.endDeleted = true;
      else if (element.name === 'del' && parent === 'trPr') {
        const table = tables.at(-1);
        if (table !== undefined) table.deleted = true;
        left.deletions += 1;
      } else if (PASSED_OVER.has(element.name)) {
        if (element.name === 'txbxContent') left.textBoxes += 1;
        if ((element.name === 'del' || element.name === 'moveFrom') && parent !== 'rPr') left.deletions += 1;
        since = element.name;
        passedOver = 1;
        return;
      }
      openElement(element);
      path.push(element.name);
    },
    close: (name) => {
      if (passedOver > 0) {
        passedOver -= 1;
        return;
      }
      path.pop();
      closeElement(name);
    },
    text: (text) => {
      if (passedOver > 0 || !inText) return;
      if (run.hidden) left.hidden += 1;
      else write(text);
    },
  });
  return { content: body, knowsPages: pages > 1, ...left };
}

function emptyParagraph(page: number): OpenParagraph {
  return { text: '', letters: 0, boldLetters: 0, style: '', outline: false, item: null, page, endDeleted: false };
}

function ended({ text, letters, boldLetters, outline, item, page }: OpenParagraph, style: ParagraphStyle): Content {
  const heading = outline || style.heading || (letters > 0 && boldLetters >= letters * 0.9);
  return { kind: 'paragraph', text, heading, item: item ?? style.item, page };
}

/** Whatever a file claims, a cell spans no more columns than a table may have. */
function spanOf(value: string | undefined): number {
  return Math.min(LIMITS.columns, Math.max(1, Math.trunc(Number(value)) || 1));
}
