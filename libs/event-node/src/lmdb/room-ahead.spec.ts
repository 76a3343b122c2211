import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../log/storage.js';
import { lmdbStorage } from './lmdb-storage.js';
import { openTables } from './tables.js';

const folder = mkdtempSync(join(tmpdir(), 'traguardo-room-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the room that a log has in its file', () => {
  it('when it is written to, then the file grows ahead of it, and nothing that is written is touched', async () => {
    const storage = lmdbStorage(folder);
    const entries = Array.from({ length: 3000 }, (_, index): Entry => {
      const place = { stream: `s-${index % 3}`, revision: Math.floor(index / 3), position: index + 1 };
      return { ...place, bytes: Buffer.from(`${index}`.padEnd(1000, 'x')) };
    });
    const sizes = new Set<number>();
    for (let n = 0; n < entries.length; n += 30) {
      await storage.write(entries.slice(n, n + 30));
      sizes.add(statSync(join(folder, 'data.mdb')).size);
    }
    expect(sizes.size).toBeLessThan(30); // far fewer than the 100 transactions
    const isThere = ({ position, bytes }: Entry): boolean =>
      storage.page(position, 'forwards', 1)[0]?.bytes.equals(bytes) ?? false; // by bytes at once: Jest looks at each
    expect(entries.filter((entry) => !isThere(entry))).toEqual([]);
    await storage.close();

    const { meta } = openTables(folder, { noSync: false });
    const { lastPageNumber, pageSize } = meta.getStats() as { lastPageNumber: number; pageSize: number };
    expect(statSync(join(folder, 'data.mdb')).size).toBeGreaterThan((lastPageNumber + 1) * pageSize);
    await meta.close();
  });
});
