import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** What a file holds now, read whole. @throws Error with the code `ENOENT` where there is none */
export async function hashOf(path: string): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}
