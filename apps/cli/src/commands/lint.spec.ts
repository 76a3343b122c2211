import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lintCommand } from './lint.js';

const plan = resolve(__dirname, '../../../../examples/comune/piano-2022.md');
const folder = mkdtempSync(join(tmpdir(), 'traguardo-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const [out, err]: string[][] = [[], []];
  const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void out?.push(line));
  const error = jest.spyOn(console, 'error').mockImplementation((line: string) => void err?.push(line));
  const before = process.exitCode;
  try {
    await lintCommand().parseAsync(args, { from: 'user' });
    return { code: process.exitCode, out: out?.join('\n') ?? '', err: err?.join('\n') ?? '' };
  } finally {
    process.exitCode = before;
    log.mockRestore();
    error.mockRestore();
  }
}

describe('traguardo lint', () => {
  it('given a plan and --json, then one JSON document tells every finding, its place and the points', async () => {
    const { code, out } = await run(plan, '--json', '--patron-day', '11-11');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      plan: { year: 2022 },
      points: '380',
      totals: expect.arrayContaining([
        expect.objectContaining({ rule: 'lint/no-target', points: '50' }),
        expect.objectContaining({ rule: 'lint/defined-elsewhere', points: '60' }),
        expect.objectContaining({ rule: 'lint/one-indicator', points: '45' }),
      ]),
      findings: expect.arrayContaining([
        expect.objectContaining({ id: 'lint/one-indicator:5.3.1-polizia-locale', line: 241, points: '45', of: '60' }),
      ]),
    });
  });

  it('given a plan, then a person reads each rule with its sum and the article', async () => {
    const { out } = await run(plan);
    expect(out).toMatch(/lint\/no-target\): 7, 50/);
    expect(out).toContain('D.Lgs. 150/2009');
  });

  it('given --strict, then warnings end with 4', async () => {
    expect((await run(plan, '--strict')).code).toBe(4);
  });

  it('given a document with problems, then it ends with 2 and says them', async () => {
    const broken = join(folder, 'broken.md');
    writeFileSync(broken, readFileSync(plan, 'utf8').replace('\t45\t', '\t75\t'));
    const { code, out } = await run(broken, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ problems: [{ line: 241 }] });
    expect((await run(broken)).code).toBe(2);
  });

  it('given no such file, then it ends with 1 and says so', async () => {
    const { code, err } = await run(join(folder, 'none.md'), '--json');
    expect([code, err]).toEqual([1, expect.stringContaining('none.md')]);
  });
});
