import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Refusal } from '../http/refusal.js';

/** Nothing comes for this long: the sender is gone. */
const STALLED_MS = 30_000;
/** 25 MB over a slow line take four minutes. */
const LONGEST_MS = 10 * 60_000;
/** What comes beyond the limit is thrown away up to this many times the limit, so that the refusal can be read. */
const PATIENCE = 4;

/** What is being uploaded. */
export interface Incoming {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly limitBytes: number;
}

/**
 * Writes what comes to a new file, as long as it is within the limit, and flushes it to the disk.
 *
 * @throws Refusal `document/empty`, `document/too-large`, `document/interrupted`; the file may be there then
 */
export async function writeBounded(path: string, { name, content, limitBytes }: Incoming) {
  const hash = createHash('sha256');
  const until = performance.now() + LONGEST_MS;
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of unlessStalled(content, until, name)) {
      size += chunk.length;
      if (size > PATIENCE * limitBytes) throw tooLarge(name, limitBytes);
      if (size > limitBytes) continue;
      hash.update(chunk);
      await file.write(chunk);
    }
    if (size > limitBytes) throw tooLarge(name, limitBytes);
    if (size === 0) throw new Refusal('document/empty', { name });
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

function tooLarge(name: string, limitBytes: number): Refusal {
  return new Refusal('document/too-large', { name, limitMB: Math.floor(limitBytes / (1024 * 1024)) });
}

async function* unlessStalled(content: AsyncIterable<Uint8Array>, until: number, name: string) {
  const chunks = content[Symbol.asyncIterator]();
  for (;;) {
    const chunk = await soon(chunks.next(), Math.min(STALLED_MS, until - performance.now())).catch((cause: unknown) => {
      throw Object.assign(new Refusal('document/interrupted', { name }), { cause });
    });
    if (chunk.done === true) return;
    yield chunk.value;
  }
}

function soon<Result>(coming: Promise<Result>, withinMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('nothing came')), Math.max(0, withinMs));
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}
