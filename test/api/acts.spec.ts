import { createHash } from 'node:crypto';
import { newKey, startTestApi, type TestApi } from '../support/api.js';
import type { Client } from '../support/client.js';
import { accepted, givenDrafted, refused } from '../support/story.js';

const DGC_10 = { kind: 'DGC', number: '10', date: '2022-01-10' };
const DGC_54 = { kind: 'DGC', number: '54', date: '2022-03-14' };
const details = { organ: 'Giunta comunale', title: 'Progetti della polizia locale' };

describe('the register of acts', () => {
  let api: TestApi;
  let segretario: Client;
  beforeAll(async () => {
    api = await startTestApi();
    await givenDrafted(api);
    segretario = await api.as('segretario-generale');
  });
  afterAll(() => api.close());

  /** A question that has seen what was answered last. */
  let position = '0';
  const did = (answer: Awaited<ReturnType<Client['command']>>) => {
    position = String(accepted(answer)['position']);
    return accepted(answer);
  };
  const ask = async (path: string) =>
    accepted(await segretario.get(`${path}${path.includes('?') ? '&' : '?'}minPosition=${position}`));

  async function added(content: string) {
    const response = await fetch(`${api.url}/api/v1/documents?name=dgc.txt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${String(segretario.token)}`, 'content-type': 'application/octet-stream' },
      body: content,
    });
    return (await response.json()) as Record<string, unknown>;
  }

  it('given an act that the plan names and nobody registered, then it is a debt, with where it is named', async () => {
    position = String(accepted(await segretario.command('/api/v1/plans/2022/approval', { act: DGC_10 }))['position']);
    expect(await ask('/api/v1/acts?missing=true')).toMatchObject({
      debts: 1,
      acts: [
        {
          actId: '2022-dgc-10',
          act: DGC_10,
          registered: false,
          missing: 'act',
          citedIn: [
            { kind: 'plan', id: '2022', relation: 'rests-on', type: 'plan.drafted.v1', act: DGC_10 },
            { kind: 'plan', id: '2022', relation: 'rests-on', type: 'plan.approved.v1', act: DGC_10 },
          ],
        },
      ],
    });
  });

  it('given it is registered without its file, then the file lacks; once it is attached, nothing does', async () => {
    expect(did(await segretario.command('/api/v1/acts', { act: DGC_10, ...details }))).toMatchObject({
      actId: '2022-dgc-10',
      revision: 0,
    });
    expect(await ask('/api/v1/acts?missing=true')).toMatchObject({
      debts: 1,
      acts: [{ missing: 'file', revision: 0 }],
    });
    const file = await added('La Giunta delibera');
    did(await segretario.command('/api/v1/acts/2022-dgc-10/file', { file }));
    expect(await ask('/api/v1/acts?missing=true')).toMatchObject({ debts: 0, acts: [] });
    expect(await ask('/api/v1/acts/2022-dgc-10')).toMatchObject({ ...details, missing: null, file, registered: true });
  });

  it('given it is registered again, then the same changes nothing and another file or title is refused', async () => {
    const file = await added('La Giunta delibera');
    expect(file['sha256']).toBe(createHash('sha256').update('La Giunta delibera').digest('hex'));
    expect(did(await segretario.command('/api/v1/acts', { act: DGC_10, ...details, file }))).toMatchObject({
      revision: 1,
    });
    const other = await added('La Giunta delibera altro');
    const send = (body: object) => segretario.command('/api/v1/acts', { act: DGC_10, ...details, ...body });
    expect(refused(await send({ file: other }))).toBe('409 act/has-another-file');
    expect(refused(await send({ title: 'Altro' }))).toBe('409 act/already-registered');
    expect(refused(await send({ file: { ...other, name: '../dgc.exe' } }))).toBe('422 evidence/cited-otherwise');
    expect(refused(await send({ file: { ...other, sha256: '0'.repeat(64) } }))).toBe('422 evidence/not-added');
  });

  it('given a correction, then it needs a reason and the act says what it should', async () => {
    const correction = { date: '2022-01-11', ...details, title: 'Piano 2022', reason: 'data sbagliata' };
    expect(
      refused(await segretario.command('/api/v1/acts/2022-dgc-10/correction', { ...correction, reason: ' ' })),
    ).toBe('400 request/invalid');
    did(await segretario.command('/api/v1/acts/2022-dgc-10/correction', correction));
    const said = { ...details, date: '2022-01-10', effectiveFrom: null };
    expect(await ask('/api/v1/acts/2022-dgc-10')).toMatchObject({
      title: 'Piano 2022',
      act: { date: '2022-01-11' },
      corrections: [
        {
          office: 'segretario-generale',
          reason: 'data sbagliata',
          before: said,
          after: { ...said, date: '2022-01-11', title: 'Piano 2022' },
        },
      ],
    });
    const another = { ...correction, file: await added('La Giunta delibera, firmata'), reason: 'file sbagliato' };
    did(await segretario.command('/api/v1/acts/2022-dgc-10/correction', another));
    expect(await ask('/api/v1/acts/2022-dgc-10')).toMatchObject({
      file: another.file,
      corrections: [{}, { before: { file: await added('La Giunta delibera') }, after: { file: another.file } }],
    });
    const head = await api.as('finanziaria');
    expect(refused(await head.command('/api/v1/acts/2022-dgc-10/correction', correction))).toBe(
      '403 permission/denied',
    );
  });

  it('given an act that defines objectives and cites another, then the graph leads from one to the other', async () => {
    did(await segretario.command('/api/v1/acts', { act: DGC_54, ...details }));
    // nobody cites it yet, and its file lacks all the same
    expect(await ask('/api/v1/acts?missing=true')).toMatchObject({
      debts: 1,
      acts: [{ missing: 'file', citedIn: [] }],
    });
    expect(await ask('/api/v1/acts/2022-dgc-54')).toMatchObject({ missing: 'file', corrections: [] });
    expect(await ask('/api/v1/acts/2022-dgc-54/graph')).toMatchObject({ nodes: [{ missing: 'file' }] });
    const relate = async (relation: string, to: object) =>
      did(await segretario.command('/api/v1/acts/2022-dgc-54/relations', { relation, to }));
    await relate('defines', { objectiveId: '2022-1.1.1' });
    await relate('defines', { objectiveId: '2022-1.1.2' });
    await relate('cites', { act: { kind: 'delibera di Giunta', number: 'n. 10', date: '2022-01-10' } });
    const graph = await ask('/api/v1/acts/2022-dgc-54/graph?depth=2');
    expect(graph['whole']).toBe(true);
    expect(graph['edges']).toEqual(
      expect.arrayContaining([
        { from: 'act:2022-dgc-54', to: 'objective:2022-1.1.1', relation: 'defines', shareId: null },
        { from: 'act:2022-dgc-54', to: 'act:2022-dgc-10', relation: 'cites', shareId: null },
        { from: 'plan:2022', to: 'act:2022-dgc-10', relation: 'rests-on', shareId: null },
      ]),
    );
    expect(graph['nodes']).toEqual(
      expect.arrayContaining([
        {
          id: 'objective:2022-1.1.1',
          kind: 'objective',
          ref: '2022-1.1.1',
          label: 'Pagamenti in linea',
          act: null,
          missing: null,
        },
        expect.objectContaining({ id: 'act:2022-dgc-10', ref: '2022-dgc-10', label: 'Piano 2022', missing: null }),
      ]),
    );
    const near = await ask('/api/v1/acts/2022-dgc-54/graph?depth=1');
    expect(near['nodes']).not.toEqual(expect.arrayContaining([expect.objectContaining({ id: 'plan:2022' })]));
  });

  it('given what is not there, then a relation to it is refused, and so is a question about it', async () => {
    const relate = (to: object, act = '2022-dgc-54') =>
      segretario.command(`/api/v1/acts/${act}/relations`, { relation: 'defines', to });
    expect(refused(await relate({ objectiveId: '2022-9.9.9' }))).toBe('404 objective/not-defined');
    expect(refused(await relate({ planId: '1999' }))).toBe('404 plan/not-drafted');
    expect(refused(await relate({ act: DGC_54 }))).toBe('422 act/relates-to-itself');
    expect(refused(await relate({ planId: '2022' }, '2022-dgc-99'))).toBe('404 act/not-registered');
    expect(refused(await segretario.get('/api/v1/acts/2022-dgc-99'))).toBe('404 act/not-registered');
    expect(refused(await segretario.get('/api/v1/acts/2022-dgc-99/graph'))).toBe('404 act/not-registered');
  });

  it('given a later act, also one whose date the register alone says, then an earlier one does not repeal it', async () => {
    const number = '81';
    did(await segretario.command('/api/v1/acts', { act: { kind: 'DGC', number, date: '2022-12-20' }, ...details }));
    const repeals = (act: string, to: object) =>
      segretario.command(`/api/v1/acts/${act}/relations`, { relation: 'repeals', to: { act: to } });
    const undated = { kind: 'DGC', number: `${number}/2022`, date: null };
    const early = await repeals('2022-dgc-54', undated);
    expect(refused(early)).toBe('422 act/relates-to-later');
    expect(early.body).toMatchObject({ detail: expect.stringContaining('DGC 81') as string });
    expect(early.body).toMatchObject({ detail: expect.stringContaining('20 dicembre 2022') as string });
    did(await repeals('2022-dgc-81', DGC_54));
  });

  it('given the key of a registration again, then it is answered as before', async () => {
    const headers = { 'idempotency-key': newKey() };
    const body = { act: { ...DGC_54, number: '55' }, ...details };
    const first = await segretario.command('/api/v1/acts', body, headers);
    expect((await segretario.command('/api/v1/acts', body, headers)).body).toEqual(first.body);
  });

  it('given many acts, then they come page by page, filtered by kind and year', async () => {
    did(
      await segretario.command('/api/v1/acts', { act: { kind: 'DCC', number: '3', date: '2021-02-01' }, ...details }),
    );
    const ids = async (query: string) =>
      ((await ask(`/api/v1/acts?${query}`))['acts'] as { actId: string }[]).map(({ actId }) => actId);
    expect(await ids('kind=Consiglio%20comunale')).toEqual(['2021-dcc-3']);
    expect(await ids('year=2021')).toEqual(['2021-dcc-3']);
    const first = await ask('/api/v1/acts?limit=2');
    expect(await ids(`cursor=${String(first['nextCursor'])}`)).toContain('2021-dcc-3');
  });

  it('given a citation by another year, or another day, then it says which registered act it may mean, or is dated otherwise', async () => {
    const act = { kind: 'DGC', number: '77', date: '2022-05-02' };
    const cites = async (to: object) =>
      did(await segretario.command('/api/v1/acts/2022-dgc-77/relations', { relation: 'cites', to: { act: to } }));
    did(await segretario.command('/api/v1/acts', { act, ...details }));
    await cites({ ...DGC_10, number: '78' });
    await cites({ kind: 'DGC', number: '77', date: '2021-05-02' });
    expect(await ask('/api/v1/acts/2021-dgc-77')).toMatchObject({
      missing: 'act',
      perhaps: [{ actId: '2022-dgc-77', act }],
      datedOtherwise: [],
    });
    expect(await ask('/api/v1/acts/2022-dgc-78')).toMatchObject({ missing: 'act', perhaps: [] });
    expect(await ask('/api/v1/acts/2022-dgc-77')).toMatchObject({ perhaps: [], datedOtherwise: [] });
    did(await segretario.command('/api/v1/acts', { act: { ...DGC_10, number: '78' }, ...details }));
    expect(await ask('/api/v1/acts/2022-dgc-78')).toMatchObject({ missing: 'file', datedOtherwise: [] });
    did(await segretario.command('/api/v1/acts', { act: { ...act, number: '79' }, ...details }));
    await cites({ ...act, number: '79', date: '2022-05-03' });
    expect(await ask('/api/v1/acts/2022-dgc-79')).toMatchObject({ perhaps: [], datedOtherwise: ['2022-05-03'] });
  });

  it('given a kind that is cited with small words and registered without, then it says which act it may mean', async () => {
    const act = { kind: 'Delibera Consulta', number: '80', date: '2022-05-01' };
    did(await segretario.command('/api/v1/acts', { act, ...details }));
    const to = { act: { ...act, kind: 'delibera della consulta' } };
    did(await segretario.command('/api/v1/acts/2022-dgc-77/relations', { relation: 'cites', to }));
    expect(await ask('/api/v1/acts/2022-delibera.della.consulta-80')).toMatchObject({
      missing: 'act',
      perhaps: [{ actId: '2022-delibera.consulta-80', act }],
    });
  });

  it('given an act that is registered, when something is done by it as of another day, then it is refused, and told which day it has', async () => {
    const closing = (act: object) => segretario.command('/api/v1/plans/2022/closure?dryRun=true', { act });
    const otherwise = await closing({ kind: 'delibera di Giunta', number: '77', date: '2022-05-03' });
    expect(refused(otherwise)).toBe('422 act/dated-otherwise');
    expect(otherwise.body).toMatchObject({
      facts: { field: 'act.date', act: '2022-dgc-77', value: '2022-05-03', registered: '2022-05-02' },
      detail: expect.stringMatching(/DGC 77 del 2022.*2 maggio 2022.*3 maggio 2022/) as string,
    });
    expect(refused(await closing({ kind: 'DGC', number: '77', date: '2022-05-02' }))).toBe('409 plan/not-in-force');
  });
});
