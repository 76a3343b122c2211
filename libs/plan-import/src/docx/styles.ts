import type { Archive } from '../office/archive.js';
import { readXml } from '../office/xml.js';

/** What a style of paragraphs says of what is written in it. */
export interface ParagraphStyle {
  readonly heading: boolean;
  readonly bold: boolean;
  readonly item: boolean;
}

interface Written {
  name: string;
  basedOn: string;
  outline: boolean;
  bold: boolean | null;
  item: boolean | null;
}

const PLAIN: ParagraphStyle = { heading: false, bold: false, item: false };

/** The styles of a document by their id, each with what it takes from the one it is based on. */
export function stylesOf(archive: Archive, part: string | undefined): (id: string) => ParagraphStyle {
  const bytes = part === undefined ? null : archive.part(part);
  const written = bytes === null ? new Map<string, Written>() : readStyles(bytes);
  const known = new Map<string, ParagraphStyle>();
  const styleOf = (id: string, depth: number): ParagraphStyle => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const own = written.get(id);
    if (own === undefined || depth > 20) return PLAIN;
    const base = own.basedOn === '' ? PLAIN : styleOf(own.basedOn, depth + 1);
    const heading = own.outline || /^(?:heading|titolo|title|subtitle|sottotitolo)\b/i.test(own.name) || base.heading;
    const style = { heading, bold: own.bold ?? base.bold, item: own.item ?? base.item };
    known.set(id, style);
    return style;
  };
  return (id) => styleOf(id, 0);
}

function readStyles(bytes: Uint8Array): Map<string, Written> {
  const styles = new Map<string, Written>();
  let style: Written | null = null;
  readXml(bytes, {
    open: (element) => {
      const value = element.attribute('val');
      if (element.name === 'style') {
        style = { name: '', basedOn: '', outline: false, bold: null, item: null };
        styles.set(element.attribute('styleId') ?? '', style);
      }
      if (style === null) return;
      if (element.name === 'name') style.name = value ?? '';
      else if (element.name === 'basedOn') style.basedOn = value ?? '';
      else if (element.name === 'outlineLvl') style.outline = Number(value) < 9;
      else if (element.name === 'b') style.bold = isOn(value);
      else if (element.name === 'numId') style.item = value !== '0';
    },
    close: (name) => {
      if (name === 'style') style = null;
    },
  });
  return styles;
}

/** `<w:b/>` is on, `<w:b w:val="0"/>` off. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value);
}
