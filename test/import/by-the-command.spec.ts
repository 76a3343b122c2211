import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importCommand } from '../../apps/cli/src/commands/import.js';
import { lintCommand } from '../../apps/cli/src/commands/lint.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { accepted } from '../support/story.js';
import { writtenPlan } from '../support/written-plan.js';

describe('a plan that the command reads, and the instance beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-by-the-command-'));
  const file = join(folder, 'piano.txt');
  const text = writtenPlan.replace('Polizia locale', 'Settore Personale').replace('Finanziaria', 'Servizio Tributi');
  let api: TestApi;

  beforeAll(async () => {
    writeFileSync(file, text);
    api = await startTestApi();
    const offices = 'Codice;Denominazione;Tipo\ntributi;Entrate;ufficio';
    accepted(await api.operator.command('/api/v1/office-files', { text: offices }));
    accepted(await api.operator.command('/api/v1/body/patron-day', { patronDay: '10-31' }));
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  it('given a running instance, then the import is shown by its offices, as the instance itself reads it, and it says so', async () => {
    const shown = await run(importCommand(), file, '--dry-run', '--json', '--url', api.url);
    const read = accepted(await api.operator.post('/api/v1/plans?dryRun=true', { text }));
    expect(shown).toMatchObject({
      remarks: read['remarks'],
      weightByArea: read['weightByArea'],
      offices: { from: api.url },
    });
    expect(shown['remarks']).toEqual([
      expect.stringMatching(/«Servizio Tributi».*«tributi»/),
      expect.stringMatching(/«Settore Personale».*«personale»/),
    ]);
  });

  it('given a running instance, then lint finds what it finds: its offices, its patron’s day, its today', async () => {
    const shown = await run(lintCommand(), file, '--json', '--url', api.url);
    const { lint } = accepted(await api.operator.post('/api/v1/plans?dryRun=true', { text }));
    const ids = (found: unknown) => (found as { findings: { id: string }[] }).findings.map(({ id }) => id);
    expect(ids(shown)).toEqual(ids(lint));
    expect(ids(shown)).toContain('lint/one-indicator:1.1.2-personale');
    expect(shown['offices']).toEqual({ from: api.url });
  });

  it('given none that answers, then it is read without, and it says that codes may differ and what to do', async () => {
    const shown = await run(importCommand(), file, '--dry-run', '--json', '--url', 'http://127.0.0.1:9');
    expect(shown).toMatchObject({ remarks: [], offices: { from: null, why: expect.stringContaining('--url') } });
    expect(await run(lintCommand(), file, '--json', '--url', 'http://127.0.0.1:9')).toMatchObject({
      offices: { from: null, why: expect.stringContaining('--url') },
    });
  });

  async function run(command: ReturnType<typeof importCommand>, ...args: readonly string[]) {
    const out: string[] = [];
    const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
    const before = { code: process.exitCode, data: process.env['TRAGUARDO_DATA'], language: process.env['LC_ALL'] };
    process.env['TRAGUARDO_DATA'] = dirname(api.data);
    process.env['LC_ALL'] = 'it_IT.UTF-8';
    try {
      await command.parseAsync([...args, '--body', api.data.slice(dirname(api.data).length + 1)], { from: 'user' });
      return JSON.parse(out.join('\n')) as Record<string, unknown>;
    } finally {
      log.mockRestore();
      process.exitCode = before.code;
      for (const [name, value] of [
        ['TRAGUARDO_DATA', before.data],
        ['LC_ALL', before.language],
      ] as const) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  }
});
