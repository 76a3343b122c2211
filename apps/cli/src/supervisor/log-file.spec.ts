import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogFile } from './log-file.js';

describe('openLogFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-log-file-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('begins a new file past the size, keeps the one before, and goes on where an earlier run ended', () => {
    const path = join(folder, 'logs/api.log');
    const log = openLogFile(path, 4);
    log.write('first\n');
    log.write('second\n');
    log.close();
    const again = openLogFile(path, 100);
    again.write('third\n');
    again.close();

    expect(readFileSync(`${path}.1`, 'utf8')).toBe('first\n');
    expect(readFileSync(path, 'utf8')).toBe('second\nthird\n');
  });

  it('keeps as many of those before as it was told, the newest first', () => {
    const path = join(folder, 'many/api.log');
    const log = openLogFile(path, 0, 2);
    for (const line of ['a', 'b', 'c', 'd']) log.write(line);
    log.close();

    expect(['', '.1', '.2', '.3'].map((end) => existsSync(`${path}${end}`))).toEqual([true, true, true, false]);
    expect(['', '.1', '.2'].map((end) => readFileSync(`${path}${end}`, 'utf8'))).toEqual(['d', 'c', 'b']);
  });

  it('loses lines, and nothing else, on a full disk', () => {
    const path = join(folder, 'full.log');
    symlinkSync('/dev/full', path);
    const log = openLogFile(path);

    expect(() => log.write('lost\n')).not.toThrow();
    log.close();
  });
});
