import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from './open-folder.js';
import { release } from './owner.js';

const FORMAT = Buffer.from('format');

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'open-folder-'));
  folder = join(parent, 'events');
});
afterEach(() => rmSync(parent, { recursive: true }));

const open = () => openFolder(folder, { noSync: true }).meta;

/** A log that says this of itself. */
async function ofFormat(format: string): Promise<void> {
  const meta = open();
  meta.putSync(FORMAT, Buffer.from(format));
  release(meta);
  await meta.close();
}

test('given a folder that is not there, when a log is opened in it, then no other account of the machine can look into it', async () => {
  const meta = open();
  expect(statSync(folder).mode & 0o077).toBe(0);
  await meta.close();
});

test.each(['1', '2'])(
  'given a log of format %s, when it is opened, then versions that would misread it open it no more',
  async (format) => {
    await ofFormat(format);
    const meta = open();
    expect(meta.get(FORMAT)?.toString()).toBe('3');
    await meta.close();
  },
);

test('given a log of a later format, then it is not opened', async () => {
  await ofFormat('4');
  expect(open).toThrow('written by another version (format 4)');
});
