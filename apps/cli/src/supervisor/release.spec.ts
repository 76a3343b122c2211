import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareReleases, RELEASE, releaseOf, takeOver } from './release.js';

let folder: string;
const stamp = () => readFileSync(join(folder, 'release.json'), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'traguardo-release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the release of a data folder', () => {
  it('given a new folder, when it is taken, then it bears this release and nothing is said', () => {
    expect(takeOver(folder)).toBeUndefined();
    expect(releaseOf(folder)).toBe(RELEASE);
    expect(takeOver(folder)).toBeUndefined();
  });

  it('given a folder of before there was a stamp, when it is taken, then it was of 0.1.0', () => {
    mkdirSync(join(folder, 'events'));

    expect(takeOver(folder)).toBe('0.1.0');
    expect(releaseOf(folder)).toBe(RELEASE);
  });

  it('given a folder of a newer release, then it is refused in a sentence and stays as it is', () => {
    writeFileSync(join(folder, 'release.json'), '{"release":"99.1.0"}');

    expect(() => takeOver(folder)).toThrow(
      expect.objectContaining({ code: 'stack/newer-release', message: expect.stringContaining('99.1.0') as string }),
    );
    expect(stamp()).toBe('{"release":"99.1.0"}');
  });

  it.each([
    ['0.2.0', '0.10.0', -1],
    ['1.0.0', '0.99.99', 1],
    ['0.2.1', '0.2.1', 0],
  ])('compares %s with %s by numbers', (one, other, sign) => {
    expect(Math.sign(compareReleases(one, other))).toBe(sign);
  });
});
