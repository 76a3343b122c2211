import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm, stat, statfs, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence } from '#domain';
import type { Logger } from '#logging';
import { Refusal } from '../http/refusal.js';
import { cleanName } from './clean-name.js';
import { formats, mediaTypeOf, type Format } from './formats.js';
import { hashOf } from './hash-of.js';
import type { Recognised } from './recognise.js';
import { recogniseFile } from './recognise-file.js';
import { requireCitedAsKept } from './require-cited-as-kept.js';
import type { Scan } from './scan.js';
import { settle, unlessMissing } from './settle.js';
import { sweep, type Sweeping } from './sweep.js';
import { writeBounded } from './write-bounded.js';

const MEGABYTE = 1024 * 1024;

/** More at once must wait: each holds a file open and a place on the disk. */
const MOST_UPLOADS = 8;

/** What stays free on the disk: the log and the tables need room after the last document. */
const LEAST_ROOM = 128 * MEGABYTE;

export interface OpenedDocument {
  readonly size: number;
  readonly mediaType: string;
  stream(): AsyncIterable<Uint8Array>;
}

/** The documents of a body, each once, known by the SHA-256 of its content. */
export interface Documents {
  /**
   * Keeps a content, unless it is there already.
   *
   * @returns how to name it as evidence: the name cleaned, the media type that its content and name agree on
   * @throws Refusal `document/…`; nothing is kept then
   */
  add(name: string, content: AsyncIterable<Uint8Array>): Promise<Evidence>;
  /**
   * A whole content; null when there is none. At most as large as an upload may be.
   *
   * @throws Refusal `document/altered`: the disk holds something else than its hash says
   */
  read(sha256: string): Promise<Buffer | null>;
  /**
   * A content to be sent on, read whole once before, so that no byte of another one is served.
   *
   * @param name  its extension tells a CSV from other texts
   * @throws Refusal `document/altered`
   */
  open(sha256: string, name: string): Promise<OpenedDocument | null>;
  /**
   * @throws Refusal at the first: `evidence/not-added` was never uploaded, or was swept away since; `evidence/cited-otherwise`,
   *   `evidence/cited-twice`
   */
  requireAdded(evidence: readonly Evidence[]): Promise<void>;
  /** Removes what nobody has added, read or cited since, and no event cites. @returns how many */
  sweep(sweeping: Sweeping): Promise<number>;
}

export interface DocumentsOptions {
  /** Of the body. */
  readonly folder: string;
  /** Largest document. */
  readonly limitBytes: number;
  /** Looks at each before it is kept; absent: nothing does. */
  readonly scan?: Scan;
  /** Told what a scan refused and what was altered, by hash and size: names of files may be those of people. */
  readonly logger?: Logger;
}

/**
 * Opens `evidence/` in a body's folder: `evidence/ab/cdef…` is written under another name first, flushed, then renamed,
 * and never overwritten. What an interrupted upload has left is removed.
 */
export async function openDocuments({ folder, limitBytes, scan, logger }: DocumentsOptions): Promise<Documents> {
  const root = join(folder, 'evidence');
  const incoming = join(root, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2));
  const inUse = new Set<string>();
  let uploads = 0;

  /** Whatever is used again is young again; meanwhile it is not swept away. */
  async function used<Result>(sha256: string, work: () => Promise<Result>): Promise<Result> {
    inUse.add(sha256);
    try {
      await unlessMissing(utimes(pathOf(sha256), new Date(), new Date()));
      return await work();
    } finally {
      inUse.delete(sha256);
    }
  }

  async function keep(name: string, content: AsyncIterable<Uint8Array>): Promise<Evidence> {
    const draft = join(incoming, randomUUID());
    try {
      await requireRoom(root, limitBytes);
      const { sha256, size } = await writeBounded(draft, { name, content, limitBytes });
      const mediaType = acceptedType(await recogniseFile(draft, size), name);
      if (scan !== undefined) await scanned(scan, draft, { name, sha256, size });
      await used(sha256, () => settle(draft, pathOf(sha256), sha256));
      return { name, sha256, mediaType, size };
    } catch (error) {
      throw diskIsFull(error) ? new Refusal('document/disk-full') : error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** A scanner may clean a file, or take it away: what is kept is what was sent. */
  async function scanned(
    scan: Scan,
    draft: string,
    { name, sha256, size }: Omit<Evidence, 'mediaType'>,
  ): Promise<void> {
    try {
      await scan(draft, name);
      const left = await unlessMissing(hashOf(draft));
      if (left === null) throw new Refusal('document/not-scanned', { name });
      if (left.sha256 !== sha256) throw new Refusal('document/changed-by-scan', { name });
    } catch (error) {
      const { code, cause } = error as Refusal;
      logger?.warn({ code, sha256, size, err: cause }, 'a document was not kept because of its scan');
      throw error;
    }
  }

  function altered(sha256: string): Refusal {
    logger?.error({ sha256 }, 'a document no longer has the content it was kept with');
    return new Refusal('document/altered', { sha256 });
  }

  return {
    async add(name, content) {
      if (uploads >= MOST_UPLOADS) throw new Refusal('document/too-many-uploads', {}, {}, { 'Retry-After': '3' });
      uploads += 1;
      try {
        return await keep(cleanName(name), content);
      } finally {
        uploads -= 1;
      }
    },

    async read(sha256) {
      const content = await used(sha256, () => unlessMissing(readFile(pathOf(sha256))));
      if (content !== null && createHash('sha256').update(content).digest('hex') !== sha256) throw altered(sha256);
      return content;
    },

    async open(sha256, name) {
      const path = pathOf(sha256);
      const found = await unlessMissing(hashOf(path));
      if (found === null) return null;
      if (found.sha256 !== sha256) throw altered(sha256);
      const recognised = await recogniseFile(path, found.size);
      const mediaType = 'format' in recognised ? mediaTypeOf(recognised.format, name) : null;
      return { size: found.size, mediaType: mediaType ?? UNTOLD, stream: () => createReadStream(path) };
    },

    async requireAdded(evidence) {
      const before = new Set<string>();
      for (const cited of evidence) {
        const { name, sha256 } = cited;
        const path = pathOf(sha256);
        const found = await used(sha256, () => unlessMissing(stat(path)));
        if (found === null) throw new Refusal('evidence/not-added', { name });
        if (before.has(sha256)) throw new Refusal('evidence/cited-twice', { name });
        before.add(sha256);
        await requireCitedAsKept(cited, path, found.size);
      }
    },

    sweep: (sweeping) => sweep(root, inUse, sweeping),
  };
}

const UNTOLD = 'application/octet-stream';

function acceptedType(recognised: Recognised, name: string): string {
  if ('unaccepted' in recognised) throw new Refusal(`document/${recognised.unaccepted}`, { name });
  const mediaType = mediaTypeOf(recognised.format, name);
  if (mediaType !== null) return mediaType;
  const { title, mediaTypes }: Format = formats[recognised.format];
  const extension = `.${Object.keys(mediaTypes)[0] ?? ''}`;
  throw new Refusal('document/name-differs', { name, content: title, extension });
}

async function requireRoom(folder: string, limitBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEAST_ROOM + limitBytes) throw new Refusal('document/disk-full');
}

function diskIsFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
