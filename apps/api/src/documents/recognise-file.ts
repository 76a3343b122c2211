import { open } from 'node:fs/promises';
import { recognise, type Recognised } from './recognise.js';

/** What a file on the disk holds, judged by its bytes. */
export async function recogniseFile(path: string, size: number): Promise<Recognised> {
  const file = await open(path);
  try {
    return await recognise({
      size,
      read: async (offset, length) => (await file.read(Buffer.alloc(length), 0, length, offset)).buffer,
    });
  } finally {
    await file.close();
  }
}
