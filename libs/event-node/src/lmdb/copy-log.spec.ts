import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyLog, lastPositionIn } from './copy-log.js';
import { lmdbStorage } from './lmdb-storage.js';

const folder = mkdtempSync(join(tmpdir(), 'traguardo-copy-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = (position: number) => ({
  position,
  stream: 's',
  revision: position - 1,
  bytes: Buffer.from(`${position}`),
});

describe('copying a log', () => {
  it('given a log that is open and written to, then the copy has what was there, and opens by itself', async () => {
    const [from, to] = [join(folder, 'events'), join(folder, 'copy')];
    const storage = lmdbStorage(from);
    await storage.write([entry(1), entry(2)]);

    expect(await copyLog(from, to)).toBe(2);
    await storage.write([entry(3)]);

    expect(readdirSync(to)).toEqual(['data.mdb']);
    expect(await lastPositionIn(from)).toBe(3);
    // the owner of the original lives, and is this very process
    const copy = lmdbStorage(to);
    expect(copy.page(1, 'forwards', 10).map(({ bytes }) => bytes.toString())).toEqual(['1', '2']);
    await copy.close();
    await storage.close();
  });
});
