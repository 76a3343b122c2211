import { problem, type Problem } from './problem.js';
import { encrypted, unsupported, type Unreadable } from './office/unreadable.js';

/** What a file is by its first bytes, whatever its name says; a problem where it is nothing that can be read. */
export function fileKind(bytes: Uint8Array): 'office' | 'text' | Problem {
  if (isOfficeFile(bytes)) return 'office';
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oldOrEncrypted(bytes).problem;
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (/%PDF-/.test(start)) return pdf();
  if (start.startsWith('{\\rtf')) return unsupported('un documento RTF', 'an RTF document').problem;
  if (bytes.includes(0) && !looksLikeUtf16(bytes))
    return unsupported('né un testo né un documento d’ufficio', 'neither a text nor an office document').problem;
  return 'text';
}

/** Whether it is packed as office files are. */
export function isOfficeFile(bytes: Uint8Array): boolean {
  return begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

/** What a text is that no plan is written as; null for any other text. */
export function foreignText(text: string): Problem | null {
  const start = text.slice(0, 2_000).trimStart();
  if (
    /^(?:<!doctype html|<html|<head|<body|<table|<meta)/i.test(start) ||
    /^<\?xml[^>]*>\s*<(?:!doctype )?html/i.test(start)
  )
    return unsupported('una pagina HTML', 'an HTML page').problem;
  return /^<\?xml/i.test(start) ? unsupported('un documento XML', 'an XML document').problem : null;
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** A password makes of a DOCX the container of older formats, with a stream of this name. */
function oldOrEncrypted(bytes: Uint8Array): Unreadable {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
    ? encrypted()
    : unsupported('nel formato delle versioni vecchie (.doc, .xls)', 'in the format of old versions (.doc, .xls)');
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff])) return true;
  const begin = bytes.subarray(0, 2_000);
  const zeros = [0, 1].map((rest) => begin.filter((byte, index) => byte === 0 && index % 2 === rest).length);
  return Math.min(...zeros) === 0 && Math.max(...zeros) > begin.length * 0.3;
}

function pdf(): Problem {
  return problem(
    1,
    'import/unsupported-format',
    'Il file è un PDF, che non conserva le tabelle: importare il documento da cui è stato fatto (.docx o .xlsx).',
    'The file is a PDF, which does not keep tables: import the document it was made from (.docx or .xlsx).',
  );
}
