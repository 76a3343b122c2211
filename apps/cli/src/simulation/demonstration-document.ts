import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { Evidence } from '#domain';

export interface DemonstrationDocument {
  readonly content: Buffer;
  readonly evidence: Evidence;
}

const SAYS = 'Documento dimostrativo';

/**
 * A document of the demonstration: it opens, and says that it is invented and how it is called. The same bytes for the
 * same name, whenever and wherever.
 */
export function demonstrationDocument(name: string): DemonstrationDocument {
  const kind = kinds[name.slice(name.lastIndexOf('.') + 1)];
  if (kind === undefined) throw new Error(`The demonstration has no way to write ${name}: name a PDF, CSV or ODS.`);
  const content = kind.write(name);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { content, evidence: { name, sha256, mediaType: kind.mediaType, size: content.length } };
}

interface Kind {
  readonly mediaType: string;
  write(name: string): Buffer;
}

const kinds: Readonly<Record<string, Kind>> = {
  pdf: { mediaType: 'application/pdf', write: pdf },
  csv: { mediaType: 'text/csv', write: (name) => Buffer.from(`"${SAYS}";"${name}"\r\n`) },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', write: ods },
};

/** One page with two lines, in a font that every reader has (ISO 32000-1, 7.5). */
function pdf(name: string): Buffer {
  const text = `BT /F1 16 Tf 72 760 Td (${SAYS}) Tj 0 -28 Td (${name}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

const namespaces = (...names: readonly string[]): string =>
  names.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');

/** A sheet with two cells (OpenDocument 1.2, part 3: the media type comes first and is not compressed). */
function ods(name: string): Buffer {
  const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';
  const cells = [SAYS, name].map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('');
  const sheet = `<table:table table:name="Foglio1"><table:table-row>${cells}</table:table-row></table:table>`;
  const content = `<office:document-content ${namespaces('office', 'table', 'text')} office:version="1.2"><office:body><office:spreadsheet>${sheet}</office:spreadsheet></office:body></office:document-content>`;
  const entries = [
    ['/', mediaType],
    ['content.xml', 'text/xml'],
  ].map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`);
  const manifest = `<manifest:manifest ${namespaces('manifest')} manifest:version="1.2">${entries.join('')}</manifest:manifest>`;
  const files = {
    mimetype: strToU8(mediaType),
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(manifest),
  };
  // the archive's dates are local time: noon of a fixed day is the same bytes in every zone
  return Buffer.from(zipSync(files, { level: 0, mtime: new Date(1980, 0, 1, 12) }));
}
