import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from './open-folder.js';

test('given a folder that is not there, when a log is opened in it, then no other account of the machine can look into it', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'open-folder-'));
  const folder = join(parent, 'events');
  const { meta } = openFolder(folder, { noSync: true });
  expect(statSync(folder).mode & 0o077).toBe(0);
  await meta.close();
  rmSync(parent, { recursive: true });
});
