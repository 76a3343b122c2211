import { Readable } from 'node:stream';
import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { Called, Exchanged, type Call, type Exchange } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { DOCUMENTS } from '../parts.js';
import { cleanName } from './clean-name.js';
import type { Documents } from './open-documents.js';

/** Saved, never shown: a document that found a way to run would still run in no page of ours. */
const HARMLESS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  // named by its content: it cannot change
  'Cache-Control': 'private, max-age=31536000, immutable',
} as const;

/** Evidence, and plans to be read. */
@Controller()
export class DocumentsController {
  constructor(@Inject(DOCUMENTS) private readonly documents: Documents) {}

  @Answers('addDocument')
  add(@Called() { query, body }: Call<'addDocument'>) {
    return this.documents.add(query.name, body);
  }

  @Answers('document')
  async download(@Called() { params, query, ifNoneMatch }: Call<'document'>, @Exchanged() { reply }: Exchange) {
    const { sha256 } = params;
    const name = cleanName(query.name ?? sha256);
    const found = await this.documents.open(sha256, name);
    if (found === null) throw new Refusal('document/not-found', { sha256 });
    for (const [header, value] of Object.entries(HARMLESS)) reply.header(header, value);
    reply.header('ETag', `"${sha256}"`);
    if (ifNoneMatch === `"${sha256}"`) return void reply.status(304);
    reply.header('Content-Type', found.mediaType);
    reply.header('Content-Length', String(found.size));
    reply.header('Content-Disposition', attachment(name));
    return new StreamableFile(Readable.from(found.stream()));
  }
}

/** RFC 6266: the name for every browser, and one in ASCII for the very old. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
