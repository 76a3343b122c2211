import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** A document of a word processor written by hand, for what no library writes. */
export function docxOf(...body: readonly string[]): Uint8Array {
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:mc="${MC}"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export function p(text: string, bold = false): string {
  return `<w:p>${r(text, bold)}</w:p>`;
}

export function r(text: string, bold = false): string {
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Cells that begin with `<` are what a cell holds, others its text. */
export function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => tr(...cells.map((cell) => tc(cell)))).join('')}</w:tbl>`;
}

export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

/** @param properties  such as `<w:vMerge/>` */
export function tc(content: string, properties = ''): string {
  const own = properties === '' ? '<w:tcPr/>' : `<w:tcPr>${properties}</w:tcPr>`;
  return `<w:tc>${own}${content.startsWith('<w:') ? content : p(content)}</w:tc>`;
}
