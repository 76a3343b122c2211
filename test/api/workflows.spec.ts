import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { permissions } from '#auth';
import { readWorkflow } from '#workflow';
import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, refused } from '../support/story.js';

const standard = readFileSync('apps/api/workflows/comune.yaml', 'utf8');
const second = standard.replace('version: 2', 'version: 3').replace('name: { it: Comune', 'name: { it: Comune nuovo');

describe('workflows over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-workflow-'));
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const publish = (source: string) => api.operator.command('/api/v1/workflows', { source });
  const shownAt = async (position: unknown, version: number) =>
    api.operator.get(`/api/v1/workflows/comune/versions/${version}?minPosition=${String(position)}`);

  it('given a first start, then the version of the file is published and in force, and drawn', async () => {
    const { versions } = (await api.engine.load('workflow', 'comune'))?.state ?? { versions: [] };
    expect(versions.map(({ version }) => version)).toEqual([2]);
    const { position } = accepted(await publish(standard)); // it is there: nothing happens
    const shown = accepted(await shownAt(position, 2));
    expect(shown).toMatchObject({
      inForce: true,
      definition: { id: 'comune', version: 2, chains: { rendicontazione: { steps: [{ id: 'verifica' }, {}, {}] } } },
      mermaid: {
        lifecycle: expect.stringContaining('stateDiagram-v2') as string,
        chains: { rendicontazione: expect.stringContaining('flowchart TD') as string },
      },
    });
  });

  it('given a file with mistakes, when it is published, then each is told with its line in both languages', async () => {
    const answer = await publish(standard.replace('do: remind', 'do: remnd'));
    expect(refused(answer)).toBe('422 workflow/has-mistakes');
    expect(answer.body).toMatchObject({
      mistakes: [
        {
          code: 'file/unknown-value',
          line: expect.any(Number) as number,
          remedy: { it: expect.stringContaining('Forse «remind»?') as string },
        },
      ],
    });
  });

  it.each([
    ['nothing', '', 'file/nothing'],
    ['too much', `${standard}# ${'x'.repeat(200_000)}\n`, 'file/too-long'],
    ['what recalls itself', standard.replace('id: comune', 'id: &a [*a]'), 'file/not-yaml'],
    ['two mistakes', standard.replace('id: comune', 'id: 12').replace('version: 2', 'versoin: 2'), 'file/wrong-kind'],
  ])('given %s, when it is published or rehearsed, then it is told what a check tells', async (_, source, first) => {
    const { mistakes } = readWorkflow(source, { roles: Object.keys(permissions) });
    expect(mistakes[0]?.code).toBe(first);
    for (const path of ['/api/v1/workflows', '/api/v1/workflows?dryRun=true']) {
      const answer = await api.operator.command(path, { source });
      expect(refused(answer)).toBe('422 workflow/has-mistakes');
      expect(answer.body).toMatchObject({ mistakes });
    }
  });

  it('given a version above, when an administrator publishes it, then it is in force at once and the first stays as it was', async () => {
    expect(refused(await (await api.as('segretario-generale')).command('/api/v1/workflows', { source: second }))).toBe(
      '403 permission/denied',
    );
    const { position, ...published } = accepted(await publish(second));
    expect(published).toMatchObject({ id: 'comune', version: 3, inForce: true });
    expect(accepted(await shownAt(position, 2))).toMatchObject({ inForce: false });
    const list = accepted(await api.operator.get('/api/v1/workflows'));
    expect(list['workflows']).toMatchObject([
      { id: 'comune', version: 3, name: { it: 'Comune nuovo' }, inForce: true },
      { id: 'comune', version: 2, inForce: false },
    ]);
    expect(refused(await shownAt(position, 7))).toBe('404 workflow/not-found');
  });

  it('given a published version, when it comes with another content, then it is refused', async () => {
    expect(refused(await publish(second.replace('Comune nuovo', 'Comune altro')))).toBe(
      '409 workflow/version-published',
    );
    accepted(await publish(standard.replace('version: 2', 'version: 5').replace('id: comune', 'id: altro')));
    expect(
      refused(await publish(standard.replace('version: 2', 'version: 4').replace('id: comune', 'id: altro'))),
    ).toBe('409 workflow/version-too-low');
  });

  it('given a start with the first file, then the later version stays in force', async () => {
    await api.restart();
    const list = accepted(await api.operator.get('/api/v1/workflows'));
    expect(list['workflows']).toMatchObject([
      { id: 'altro', version: 5, inForce: false },
      { id: 'comune', version: 3, inForce: true },
      { id: 'comune', version: 2, inForce: false },
    ]);
  });

  it('given a file that says otherwise under a published version, then the API does not start and says what to do', async () => {
    const workflow = file('otherwise.yaml', standard.replace('name: { it: Comune', 'name: { it: Altro'));
    await expect(api.restart({ workflow })).rejects.toThrow(
      'The workflow "comune" cannot be version 2: version 2 was published with another content, and what is under way follows it. Give the file a version above 3, or restore it as it was.',
    );
    await api.restart();
  });

  it('given nobody signed in, then the JSON Schema can be had, and is the one of the docs', async () => {
    const answer = await api.anyone.get('/api/v1/workflow-schema.json');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(parse(readFileSync('docs/workflow.schema.json', 'utf8')));
  });

  it('given what `workflow check` warns of, then its dry run, its answer and the version say it, in the language asked for', async () => {
    const source = standard.replace('version: 2', 'version: 7').replace(/^ *substitute: .*# where.*\n/m, '');
    const warned = (line: object) => [
      {
        code: 'workflow/nobody-pays-instead',
        title: expect.stringContaining('arriva un solo ufficio') as string,
        detail: expect.stringMatching(/^Nominare/) as string,
        facts: { path: expect.stringContaining('objective.transitions') as string, ...line },
      },
    ];
    const place = { line: expect.any(Number) as number, column: expect.any(Number) as number };
    const dry = accepted(await api.operator.post('/api/v1/workflows?dryRun=true', { source }));
    expect(dry).toMatchObject({ dryRun: true, warnings: warned(place) });
    const { position, warnings } = accepted(await publish(source));
    expect(warnings).toEqual(warned(place));
    expect(accepted(await shownAt(position, 7))['warnings']).toEqual(warned({}));
  });
});
