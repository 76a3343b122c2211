import type { Archive } from '../office/archive.js';
import { OFFICE_LIMITS } from '../office/limits.js';
import { relationsOf } from '../office/relations.js';
import { damaged, tooBig } from '../office/unreadable.js';
import { readXml } from '../office/xml.js';
import { numberKind, type NumberKind } from './number-text.js';

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What the sheets of a workbook have in common. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  /** Texts that cells name by their place. */
  readonly texts: readonly string[];
  /** Style of a cell → how its number is shown. */
  readonly kinds: readonly NumberKind[];
}

/** @throws Unreadable */
export function openWorkbook(archive: Archive, part: string): Workbook {
  const bytes = archive.part(part);
  if (bytes === null) throw damaged();
  const relations = relationsOf(archive, part);
  const partOf = (type: string) => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? null : archive.part(target);
  };
  const sheets: SheetPart[] = [];
  let from1904 = false;
  readXml(bytes, {
    open: (element) => {
      if (element.name === 'workbookPr') from1904 = /^(?:1|true)$/.test(element.attribute('date1904') ?? '');
      if (element.name !== 'sheet') return;
      const relation = relations.find(({ id, type }) => type === 'worksheet' && id === element.attribute('id'));
      if (relation === undefined) return; // a sheet of charts or macros
      if (sheets.length >= OFFICE_LIMITS.sheets) throw tooBig();
      const hidden = /hidden/i.test(element.attribute('state') ?? '');
      sheets.push({ name: (element.attribute('name') ?? '').slice(0, 60), part: relation.target, hidden });
    },
    close: () => {},
  });
  const shared = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    sheets,
    from1904,
    texts: shared === null ? [] : sharedTexts(shared),
    kinds: styles === null ? [] : numberKinds(styles),
  };
}

/** Runs of one text are one text; how a text is pronounced is no part of it. */
function sharedTexts(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  let text: string | null = null;
  let inText = false;
  let aside = 0;
  let length = 0;
  readXml(bytes, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      if (name === 'rPh') aside += 1;
      inText = name === 't' && aside === 0;
    },
    close: (name) => {
      if (name === 'rPh') aside -= 1;
      if (name === 't') inText = false;
      if (name !== 'si' || text === null) return;
      texts.push(text);
      text = null;
    },
    text: (piece) => {
      if (!inText || text === null) return;
      length += piece.length;
      if (length > OFFICE_LIMITS.text * 2) throw tooBig();
      text += piece;
    },
  });
  return texts;
}

function numberKinds(bytes: Uint8Array): NumberKind[] {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  readXml(bytes, {
    open: (element) => {
      if (element.name === 'numFmt')
        codes.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '');
      if (element.name === 'cellXfs') inCells = true;
      if (element.name !== 'xf' || !inCells) return;
      const id = Number(element.attribute('numFmtId') ?? 0);
      kinds.push(numberKind(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}
