import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const oneAtATime = pathToFileURL(resolve(__dirname, '../../apps/cli/one-at-a-time.mjs')).href;

/** A process that notes when its work begins, reads a while in a file, and notes when it ends. */
const working = (folder: string, name: string) => `
  import { appendFileSync, readFileSync } from 'node:fs';
  const { oneAtATime } = await import(${JSON.stringify(oneAtATime)});
  const note = (what) => appendFileSync(${JSON.stringify(join(folder, 'log'))}, ${JSON.stringify(name)} + what);
  await oneAtATime(${JSON.stringify(join(folder, 'turn'))}, async () => {
    note('(');
    for (let left = 200; left > 0; left--) await new Promise(setImmediate);
    note(')');
  }, process.stderr);
`;

function run(script: string): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  return new Promise((done) => child.once('close', done));
}

describe('builds in one folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'traguardo-turn-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('given several at once, then each begins when the one before has ended, and nothing is left behind', async () => {
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((name) => run(working(folder, name))))).toEqual([0, 0, 0, 0]);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toMatch(/^(?:([a-d])\(\1\)){4}$/);
    expect(existsSync(join(folder, 'turn'))).toBe(false);
  });

  it('given one that was killed, then it keeps nobody waiting', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(folder, 'turn'), String(pid));
    expect(await run(working(folder, 'a'))).toBe(0);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('a(a)');
  });

  it('given one that fails, then the next has its turn', async () => {
    const fails = working(folder, 'a').replace("note(')')", "throw new Error('broken')");
    expect(await run(fails)).toBe(1);
    expect(await run(working(folder, 'b'))).toBe(0);
  });
});
