import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workflowCommand } from './workflow.js';

const standard = 'apps/api/workflows/comune.yaml';
const folder = mkdtempSync(join(tmpdir(), 'traguardo-workflow-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The standard file with one line spoilt. */
const spoilt = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, readFileSync(standard, 'utf8').replace('act: { kinds: [DGC, determina, decreto] }', 'act: null'));
  return path;
};

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  const before = process.exitCode;
  try {
    await workflowCommand().parseAsync(args, { from: 'user' });
    return { code: process.exitCode, out: out.join('\n') };
  } finally {
    process.exitCode = before;
    log.mockRestore();
  }
}

describe('traguardo workflow', () => {
  it('check: given a file without mistakes, then it ends with 0', async () => {
    const { code, out } = await run('check', standard);
    expect(code).toBe(0);
    expect(out).toMatch(/comune 2, (no mistakes|nessun errore)/);
  });

  it('check: given nobody who pays in the place of who is paid, then it warns where, and ends with 0', async () => {
    const file = join(folder, 'senza-sostituto.yaml');
    writeFileSync(file, readFileSync(standard, 'utf8').replace(/^ *substitute: .*# where.*\n/m, ''));
    const { code, out } = await run('check', file);
    expect(code).toBe(0);
    expect(out).toMatch(/senza-sostituto\.yaml:120:7 {2}.*liquidate.*\n.*workflow\/nobody-pays-instead/);
    expect(out).toMatch(/(warnings|avvisi): 1/);
    const { out: json } = await run('check', file, '--json');
    expect(JSON.parse(json)).toMatchObject({
      mistakes: [],
      warnings: [{ line: 120, code: 'workflow/nobody-pays-instead' }],
    });
  });

  it('check: given a mistake, then its place, what to do and the law are told, and it ends with 1', async () => {
    const file = spoilt('riapertura.yaml');
    const { code, out } = await run('check', file);
    expect(code).toBe(1);
    expect(out).toMatch(/riapertura\.yaml:130:7 {2}.*act.*\n.*limit\/reopening-without-act {2}· {2}L\. 241\/1990/);
    expect(out).toMatch(/riapertura\.yaml: 1 (mistake|errore)$/);
  });

  it('check --json: then everything stands in one document, in both languages', async () => {
    const { code, out } = await run('check', spoilt('json.yaml'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      workflow: null,
      mistakes: [
        {
          line: 130,
          column: 7,
          code: 'limit/reopening-without-act',
          remedy: { it: expect.stringMatching(/^Aggiungere/) as string, en: expect.stringMatching(/^Add/) as string },
        },
      ],
    });
  });

  it('draw: then there is a diagram of the lifecycle and of each chain', async () => {
    const { out } = await run('draw', standard, '--language', 'it');
    expect(out.match(/```mermaid/g)).toHaveLength(9);
    expect(out).toContain('state "Rendicontato" as n_rendicontazione_submitted');
    const part = await run('draw', standard, '--part', 'rendicontazione', '--language', 'en');
    expect(part.out.startsWith('flowchart TD\n')).toBe(true);
  });

  it('draw: given a part that is not there, then the parts are named', async () => {
    await expect(run('draw', standard, '--part', 'piano')).rejects.toMatchObject({
      code: 'workflow/unknown-part',
      message: expect.stringContaining('lifecycle, plan, objective') as string,
    });
  });

  it('schema: then it is the one of the docs', async () => {
    const { out } = await run('schema');
    expect(`${out}\n`).toBe(readFileSync('docs/workflow.schema.json', 'utf8'));
  });

  it('given no such file, then that is said', async () => {
    await expect(run('check', join(folder, 'nessuno.yaml'))).rejects.toMatchObject({
      code: 'workflow/file-unreadable',
    });
  });

  it('publish: given an instance that is not there, then it is said what to do', async () => {
    const before = process.env['TRAGUARDO_TOKEN'];
    process.env['TRAGUARDO_TOKEN'] = 'x';
    try {
      await expect(run('publish', standard, '--url', 'http://127.0.0.1:9')).rejects.toMatchObject({
        code: 'workflow/not-reachable',
      });
      await expect(run('publish', spoilt('publish.yaml'))).rejects.toMatchObject({ code: 'workflow/not-usable' });
    } finally {
      if (before === undefined) delete process.env['TRAGUARDO_TOKEN'];
      else process.env['TRAGUARDO_TOKEN'] = before;
    }
  });
});
