import { decodeText } from '#plan-import';
import { readDirectory, type Readable } from './archive-directory.js';
import type { FormatName } from './formats.js';

/** Why a content is not accepted. */
export type Unaccepted = 'active-content' | 'with-macros' | 'damaged' | 'old-or-locked' | 'type-refused';

export type Recognised = { readonly format: FormatName } | { readonly unaccepted: Unaccepted };

/** As much of a file as its kind, if it has one, shows itself in. */
const HEAD = 64 * 1024;

/** What a file holds, judged by its bytes: its name is not asked. */
export async function recognise(file: Readable): Promise<Recognised> {
  const head = await file.read(0, Math.min(HEAD, file.size));
  const begins = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (PROGRAMS.some((bytes) => begins(...bytes))) return { unaccepted: 'active-content' };
  if (begins(...ascii('PK\x03\x04'))) return inArchive(file);
  if (begins(...COMPOUND)) return { unaccepted: 'old-or-locked' };
  for (const [format, bytes] of SIGNATURES) if (begins(...bytes)) return { format };
  if (begins(0x30) && head.subarray(0, 24).includes(SIGNED_DATA)) return { format: 'signed' };
  const text = textOf(head);
  return text === null ? { unaccepted: 'type-refused' } : inText(text);
}

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

const SIGNATURES: readonly (readonly [FormatName, readonly number[]])[] = [
  ['pdf', ascii('%PDF-')],
  ['png', ascii('\x89PNG\r\n\x1a\n')],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', ascii('II*\0')],
  ['tiff', ascii('MM\0*')],
  ['rtf', ascii('{\\rtf')],
];

/** The container of .doc and .xls, which may hold macros, and of documents with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Windows, Linux, macOS (both orders, also Java classes), scripts that name their interpreter. */
const PROGRAMS: readonly (readonly number[])[] = [
  ascii('MZ'),
  ascii('\x7fELF'),
  [0xfe, 0xed, 0xfa],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  ascii('#!'),
];

/** The object identifier of CMS signed data, 1.2.840.113549.1.7.2, as it stands near the beginning. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');

async function inArchive(file: Readable): Promise<Recognised> {
  const names = await readDirectory(file);
  if (names === null) return { unaccepted: 'damaged' };
  const has = (wanted: RegExp): boolean => names.some((name) => wanted.test(name));
  if (has(/(^|\/)vbaProject\.bin$|^Basic\//i)) return { unaccepted: 'with-macros' };
  if (has(/^META-INF\/MANIFEST\.MF$/) || has(RUNS)) return { unaccepted: 'active-content' };
  if (names.includes('[Content_Types].xml')) {
    for (const [format, folder] of OFFICE) if (names.some((name) => name.startsWith(folder))) return { format };
  }
  // OpenDocument and ASiC say what they are in their first entry, which is not compressed
  const said = (await file.read(0, Math.min(200, file.size))).toString('latin1');
  for (const [format, words] of SAID) if (said.includes(`mimetype${words}`)) return { format };
  return { format: 'zip' };
}

const OFFICE: readonly (readonly [FormatName, string])[] = [
  ['docx', 'word/'],
  ['xlsx', 'xl/'],
  ['pptx', 'ppt/'],
];

/** Names of files that run where they are opened. */
const RUNS = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|html?|xhtml|svg)$/i;

const SAID: readonly (readonly [FormatName, string])[] = [
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ['asic', 'application/vnd.etsi.asic-e+zip'],
];

/** The beginning of a text; null when it is none. Old office programs write Latin-1 or UTF-16, with or without its mark. */
function textOf(head: Buffer): string | null {
  const { text } = decodeText(head);
  // oxlint-disable-next-line no-control-regex -- what no text holds is what is looked for
  return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? null : text.trimStart();
}

function inText(text: string): Recognised {
  const beginning = text.slice(0, 4096);
  if (/<(!doctype\s+html|html|svg|script|iframe|body|head|xsl:stylesheet|xsl:transform)[\s>]/i.test(beginning))
    return { unaccepted: 'active-content' };
  if (/^<\?(php|=)/i.test(beginning)) return { unaccepted: 'active-content' };
  if (/^<[?\w]/.test(beginning)) return { format: 'xml' };
  if (/^-----BEGIN (PKCS7|CMS)-----/.test(beginning) || isSignedInBase64(beginning)) return { format: 'signed' };
  if (/^[\w-]+:[ \t]/.test(beginning) && /^(Received|Message-ID|MIME-Version):/im.test(beginning))
    return { format: 'message' };
  return { format: 'text' };
}

/** Certified mail sometimes carries P7M files as text. */
function isSignedInBase64(text: string): boolean {
  const [line = ''] = /^[A-Za-z0-9+/]{32,}/.exec(text) ?? [];
  return line.startsWith('MI') && Buffer.from(line.slice(0, 64), 'base64').subarray(0, 24).includes(SIGNED_DATA);
}
