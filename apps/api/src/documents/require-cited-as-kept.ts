import type { Evidence } from '#domain';
import { Refusal } from '../http/refusal.js';
import { cleanName } from './clean-name.js';
import { formats, mediaTypeOf, type Format } from './formats.js';
import { recogniseFile } from './recognise-file.js';

/**
 * Name, media type and size by the rules of uploading: an event tells of a document for ever.
 *
 * @param path  of its content
 * @param size  of its content
 * @throws Refusal `evidence/cited-otherwise`, with how to cite it
 */
export async function requireCitedAsKept(cited: Evidence, path: string, size: number): Promise<void> {
  const { name } = cited;
  const recognised = await recogniseFile(path, size);
  // a content that was accepted by an older release, and would not be now
  if ('unaccepted' in recognised) return requireSame(cited, { as: cleanName(name), mediaType: cited.mediaType, size });
  const { mediaTypes }: Format = formats[recognised.format];
  const [usual = ''] = Object.keys(mediaTypes);
  const clean = cleanName(name);
  const as = mediaTypeOf(recognised.format, clean) === null ? `${clean.replace(/\.\w{1,8}$/, '')}.${usual}` : clean;
  requireSame(cited, { as, mediaType: mediaTypeOf(recognised.format, as) ?? cited.mediaType, size });
}

interface Kept {
  readonly as: string;
  readonly mediaType: string;
  readonly size: number;
}

function requireSame({ name, mediaType, size }: Evidence, kept: Kept): void {
  if (name === kept.as && mediaType === kept.mediaType && size === kept.size) return;
  throw new Refusal('evidence/cited-otherwise', { name, ...kept });
}
