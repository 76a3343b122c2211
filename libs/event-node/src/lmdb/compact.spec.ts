import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeRecord } from '../log/record.js';
import { compact } from './compact.js';
import type { Tables } from './tables.js';
import { lastPositionOf, openTables, put, remove } from './tables.js';

const folder = mkdtempSync(join(tmpdir(), 'compact-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ID = '00000000-0000-4000-8000-000000000000';

function entry(position: number) {
  const place = { stream: 's', revision: position - 1, position, writtenAtMs: 0 };
  const event = { id: ID, type: 't', json: true, data: Buffer.alloc(5_000, 'x'), metadata: Buffer.alloc(0) };
  return { ...place, bytes: encodeRecord(event, place) };
}

it('given an exchange after which the old file cannot be closed, then the new one is the log all the same', async () => {
  const opened = openTables(folder, { noSync: false });
  const entries = Array.from({ length: 200 }, (_, n) => entry(n + 1));
  await opened.meta.batch(() => put(opened, entries));
  await opened.meta.batch(() => remove(opened, entries.slice(0, 150)));
  const unclosable: Tables = {
    ...opened,
    meta: Object.create(opened.meta, { close: { value: () => Promise.reject(new Error('it does not close')) } }),
  };
  let tables: Tables = unclosable;
  const compacted = compact(folder, unclosable, {
    signal: new AbortController().signal,
    alone: (work) => work(),
    replaceBy: (smaller) => (tables = smaller),
  });
  await expect(compacted).rejects.toThrow('it does not close');
  expect(tables).not.toBe(unclosable);
  await tables.meta.batch(() => put(tables, [entry(201)]));
  expect(lastPositionOf(tables)).toBe(201);
  await tables.meta.close();
  await opened.meta.close();
  const again = openTables(folder, { noSync: false });
  expect(lastPositionOf(again)).toBe(201);
  await again.meta.close();
});
