import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { makeFolder } from './make-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'make-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('given folders that are not there, then they are made, for this user alone', () => {
  makeFolder(join(folder, 'a', 'b'));
  makeFolder(relative(process.cwd(), join(folder, 'a', 'c')));
  expect(['a', 'a/b', 'a/c'].map((path) => statSync(join(folder, path)).mode & 0o777)).toEqual([0o700, 0o700, 0o700]);
});

it('given a place where nothing can be made, then it says so, and ends', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file', 'x'))).toThrow('ENOTDIR');
  expect(() => makeFolder('/proc/events/log')).toThrow(/ENOENT|EROFS|EACCES/);
});
