import { wordDocument } from '../docx/word-document.js';
import { unreadableParts, type DocumentParts } from '../parts.js';
import { spreadsheet } from '../xlsx/spreadsheet.js';
import { openArchive, type Archive } from './archive.js';
import { relationsOf } from './relations.js';
import { damaged, Unreadable, unsupported } from './unreadable.js';
import { readXml } from './xml.js';

/** The parts of a DOCX or an XLSX, judged by what it holds; a problem in words for anything else. */
export function partsOfOfficeFile(bytes: Uint8Array): DocumentParts {
  try {
    const { archive, part, kind } = openOfficeFile(bytes);
    return kind === 'word' ? wordDocument(archive, part) : spreadsheet(archive, part);
  } catch (error) {
    if (error instanceof Unreadable) return unreadableParts(error.problem);
    throw error;
  }
}

export interface OfficeFile {
  readonly archive: Archive;
  /** The name of its main part. */
  readonly part: string;
  readonly kind: 'word' | 'sheet';
}

/** @throws Unreadable */
export function openOfficeFile(bytes: Uint8Array): OfficeFile {
  const archive = openArchive(bytes);
  if (archive.has('mimetype'))
    throw unsupported('un documento OpenDocument (.odt, .ods)', 'an OpenDocument file (.odt, .ods)');
  if (archive.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)))
    throw unsupported('un documento con macro', 'a document with macros');
  const types = archive.part('[Content_Types].xml');
  const main = types === null ? undefined : relationsOf(archive, '').find(({ type }) => type === 'officeDocument');
  if (types === null || main === undefined)
    throw unsupported('un archivio compresso, non un documento', 'a compressed archive, not a document');
  const type = typeOf(types, `/${main.target}`);
  if (!archive.has(main.target)) throw damaged();
  if (/wordprocessingml|ms-word/.test(type)) return { archive, part: main.target, kind: 'word' };
  if (/sheet\.binary/.test(type)) throw unsupported('una cartella binaria (.xlsb)', 'a binary workbook (.xlsb)');
  if (/spreadsheetml|ms-excel/.test(type)) return { archive, part: main.target, kind: 'sheet' };
  throw unsupported('una presentazione o un altro documento', 'a presentation or another document');
}

function typeOf(bytes: Uint8Array, part: string): string {
  let own = '';
  let general = '';
  const extension = part.split('.').at(-1) ?? '';
  readXml(bytes, {
    open: (element) => {
      const type = element.attribute('ContentType') ?? '';
      if (element.name === 'Override' && element.attribute('PartName') === part) own = type;
      if (element.name === 'Default' && element.attribute('Extension') === extension) general = type;
    },
    close: () => {},
  });
  return own || general;
}
