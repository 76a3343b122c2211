import { SaxesParser, type SaxesTagNS } from 'saxes';
import { OFFICE_LIMITS } from './limits.js';
import { damaged, tooBig, Unreadable, unsafe } from './unreadable.js';

/** An element by its name without prefix. */
export interface Element {
  readonly name: string;
  /** The value of an attribute, whatever its prefix. */
  attribute(name: string): string | undefined;
}

export interface XmlReader {
  open(element: Element): void;
  close(name: string): void;
  text?(text: string): void;
}

const SLICE = 65_536;

/**
 * Reads a part piece by piece. Entities other than the five of XML are not known and never looked up; a document type,
 * which could define some, is refused.
 *
 * @throws Unreadable
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw unsafe('contiene una definizione di tipo (DTD)', 'contains a document type definition');
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    depth += 1;
    elements += 1;
    if (depth > OFFICE_LIMITS.depth) throw unsafe('è annidato troppo a fondo', 'is nested too deeply');
    if (elements > OFFICE_LIMITS.elements) throw tooBig();
    reader.open(asElement(tag));
  });
  parser.on('closetag', (tag: SaxesTagNS) => {
    depth -= 1;
    reader.close(tag.local);
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    for (let start = 0; start < bytes.length; start += SLICE)
      parser.write(decoder.decode(bytes.subarray(start, start + SLICE), { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw damaged();
  }
}

function asElement({ local, attributes }: SaxesTagNS): Element {
  return {
    name: local,
    attribute: (name) => {
      for (const key in attributes) if (attributes[key]?.local === name) return attributes[key]?.value;
      return undefined;
    },
  };
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
