import { createHash } from 'node:crypto';
import { newKey, startTestApi, type TestApi } from '../support/api.js';
import { asDocx } from '../support/office/as-docx.js';
import type { Piece } from '../support/office/layout.js';
import { accepted, refused } from '../support/story.js';
import { writtenPlan as text } from '../support/written-plan.js';

const pieces: Piece[] = [
  ...text.split('\n', 4).map((line, index): Piece => ({ kind: 'paragraph', text: line, setApart: index < 2 })),
  { kind: 'paragraph', text: 'MISSIONE 1 - SERVIZI', setApart: true },
  { kind: 'paragraph', text: '1.1 Servizi vicini', setApart: true },
  {
    kind: 'table',
    rows: text
      .split('\n')
      .slice(8)
      .map((row, index) => ({
        header: index === 0,
        cells: row.split('\t').map((cell) => ({
          lines: cell === '' ? [] : [{ text: cell, item: false, gap: 0 }],
          joined: false,
        })),
      })),
  },
];

describe('importing a plan over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const send = (body: object, headers: Record<string, string> = {}) =>
    api.operator.command('/api/v1/plans', body, headers);

  it('given a dry run, then the reading comes back without a key and nothing is written', async () => {
    const reading = await api.operator.post('/api/v1/plans?dryRun=true', { text });
    expect(reading).toMatchObject({
      status: 200,
      body: { plan: { year: 2022 }, counts: { objectives: 2 }, problems: [], refusal: null },
    });
    expect(reading.body).toMatchObject({ events: [{ stream: 'plan-prova_2022', type: 'plan.drafted.v1' }] });
    expect(await api.engine.load('plan', '2022')).toBeNull();
  });

  it('given a dry run, then it tells what in the plan will make trouble', async () => {
    const { body } = await api.operator.post('/api/v1/plans?dryRun=true', { text });
    expect(body).toMatchObject({
      lint: {
        points: '120',
        totals: expect.arrayContaining([expect.objectContaining({ rule: 'lint/one-indicator', points: '120' })]),
        findings: expect.arrayContaining([
          expect.objectContaining({ id: 'lint/compulsory-goal:ptpct', severity: 'warning', place: null }),
          expect.objectContaining({ rule: 'lint/one-indicator', line: 10, points: '60', of: '60' }),
        ]),
      },
    });
  });

  describe('given a DOCX that was added', () => {
    let document: { readonly sha256: string; readonly name: string };
    beforeAll(async () => {
      const response = await fetch(`${api.url}/api/v1/documents?name=piano%202022.docx`, {
        method: 'POST',
        headers: { authorization: `Bearer ${String(api.operator.token)}`, 'content-type': 'application/octet-stream' },
        body: await asDocx(pieces, { headings: 'bold' }),
      });
      const { sha256, name } = (await response.json()) as typeof document;
      document = { sha256, name };
    });

    it('when it is only read, then everything has its place in the document, which comes page by page', async () => {
      const first = await api.operator.post('/api/v1/plans?dryRun=true', { document });
      expect(first).toMatchObject({
        status: 200,
        body: {
          counts: { objectives: 2 },
          areas: [
            { id: 'finanziaria', weight: '60', ceiling: '60' },
            { id: 'polizia-locale', weight: '60', ceiling: '60' },
          ],
          objectives: [{ place: 'tabella 1 (1.1 Servizi vicini), riga 2' }, { shares: [{ weight: '60' }] }],
          sourceNext: null,
        },
      });
      const { source } = first.body as { source: { kind: string; place: string; cells: string[] }[] };
      expect(source.map(({ kind }) => kind)).toEqual([
        'heading',
        'heading',
        'prose',
        'prose',
        'heading',
        'heading',
        'columns',
        'row',
        'row',
      ]);
      const rest = await api.operator.post('/api/v1/plans?dryRun=true&sourceFrom=8', { document });
      expect(rest.body).toMatchObject({ source: [source[8]], sourceNext: null });
      const around = await api.operator.post('/api/v1/plans?dryRun=true&sourceLine=3', { document });
      expect(around.body).toMatchObject({ source, sourceFrom: 0, sourceNext: null });
    });

    it('when it is drafted, then the plan keeps which file it was and where each fact stands in it', async () => {
      const other = await startTestApi();
      try {
        const content = await asDocx(pieces, { headings: 'bold' });
        await fetch(`${other.url}/api/v1/documents?name=piano.docx`, {
          method: 'POST',
          headers: { authorization: `Bearer ${String(other.operator.token)}` },
          body: content,
        });
        const sha256 = createHash('sha256').update(content).digest('hex');
        accepted(
          await other.operator.command('/api/v1/plans', {
            document: { sha256, name: 'piano.docx' },
            acceptProposals: true,
          }),
        );
        const plan = (await other.engine.load('plan', '2022'))?.state.document;
        expect(plan?.origin).toEqual({ sha256, name: 'piano.docx' });
        expect(plan?.objectives[0]?.source.place?.en).toBe('table 1 (1.1 Servizi vicini), row 2');
      } finally {
        await other.close();
      }
    });

    it('when its content is not there, then it is not found', async () => {
      const unknown = { sha256: '0'.repeat(64), name: 'piano.docx' };
      expect(refused(await send({ document: unknown }))).toBe('404 document/not-found');
    });
  });

  it('given text that is no plan, then every problem comes with its line and nothing is written', async () => {
    const answer = await send({ text: 'Ricetta della torta\n\nUova e farina.' });
    expect(refused(answer)).toBe('422 import/problems');
    const { problems } = answer.body as { problems: { line: number; code: string; message: string }[] };
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem).toEqual({
        line: expect.any(Number),
        place: expect.any(String),
        code: expect.stringMatching(/^import\//),
        message: expect.any(String),
      });
    }
  });

  it('given a plan, then it is drafted once under its year, and its objectives follow', async () => {
    const headers = { 'idempotency-key': newKey() };
    const body = { text, acceptProposals: true };
    const drafted = await send(body, headers);
    expect(drafted).toMatchObject({ status: 201, body: { planId: '2022', revision: 0 } });
    expect((await send(body, headers)).body).toEqual(drafted.body);
    expect(refused(await send({ ...body, text: `${text}\n` }, headers))).toBe('422 command/key-reused');
    expect(await send(body)).toMatchObject({ status: 201, body: { planId: '2022', revision: 0 } });
  });

  it('given a plan, then anybody who reads it may see what in it will make trouble; of none, that there is none', async () => {
    const giunta = await api.as('giunta');
    const { body } = await giunta.get('/api/v1/plans/2022/lint');
    expect(body).toMatchObject({
      points: '120',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'lint/ceiling' })]),
    });
    expect(refused(await giunta.get('/api/v1/plans/2031/lint'))).toBe('404 plan/not-drafted');
  });

  it('given a role that drafts no plans, then it is refused', async () => {
    expect(refused(await (await api.as('finanziaria')).command('/api/v1/plans', { text }))).toBe(
      '403 permission/denied',
    );
  });

  it('given a draft, then it is approved before it enters into force', async () => {
    const giunta = await api.as('giunta');
    const act = { kind: 'DGC', number: '10', date: '2022-01-10' };
    expect(refused(await giunta.command('/api/v1/plans/2022/entry-into-force', { from: '2022-01-10' }))).toBe(
      '409 plan/not-approved',
    );
    const segretario = await api.as('segretario-generale');
    accepted(await giunta.command('/api/v1/plans/2022/approval', { act }));
    const { engine } = api;
    const [objective] = (await engine.load('plan', '2022'))?.state.document?.objectives ?? [];
    const share = objective?.shares[0];
    const path = `/api/v1/objectives/2022-${String(objective?.id)}/shares/${String(share?.id)}/assignment`;
    expect(refused(await segretario.command(path, { office: 'finanziaria' }))).toBe('409 plan/not-in-force');
    accepted(await giunta.command('/api/v1/plans/2022/entry-into-force', { from: '2022-01-10' }));
    accepted(await segretario.command(path, { office: 'finanziaria' }));
  });
});
