import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import type { Evidence } from '#domain';

// any fixed UUID will do: it only keeps our names apart from other people's
const simulations = '6f1d7c3e-5a0b-5c0e-9d55-2d1f4a6b8c10';

/** The same UUID for the same names, whenever and wherever it is asked for. */
export function nameUuid(...names: readonly string[]): string {
  return uuidV5(names.join('\n'), simulations);
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  jpg: 'image/jpeg',
  p7m: 'application/pkcs7-mime',
};

/** A document of the demonstration, which consists of its own name: proof enough for a story. */
export function demonstrationDocument(name: string): Evidence {
  const content = `${name}\n`;
  return {
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
    mediaType: mediaTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    size: Buffer.byteLength(content),
  };
}
