import { newKey, startTestApi, type TestApi } from '../support/api.js';
import type { Client } from '../support/client.js';
import { accepted, givenDrafted, refused } from '../support/story.js';

const details = { organ: 'Assemblea', title: 'Presa d’atto della relazione' };

describe('acts of a kind of the body’s own, by its acronym', () => {
  let api: TestApi;
  let segretario: Client;
  beforeAll(async () => {
    api = await startTestApi();
    await givenDrafted(api);
    segretario = await api.as('segretario-generale');
  });
  afterAll(() => api.close());

  let position = '0';
  const did = (answer: Awaited<ReturnType<Client['command']>>) => {
    position = String(accepted(answer)['position']);
    return accepted(answer);
  };
  const ask = async (path: string) =>
    accepted(await segretario.get(`${path}${path.includes('?') ? '&' : '?'}minPosition=${position}`));

  it('given an act of the body’s own kind, then its acronym with dots and without is one act, and registered once', async () => {
    const act = { kind: 'D.G.E.', number: '30', date: '2022-06-01' };
    const first = did(await segretario.command('/api/v1/acts', { act, ...details }));
    expect(first).toMatchObject({ actId: '2022-dge-30', revision: 0 });
    for (const kind of ['DGE', 'D. G. E.']) {
      const again = await segretario.command('/api/v1/acts', { act: { ...act, kind }, ...details });
      expect(did(again)).toMatchObject({ actId: '2022-dge-30', revision: 0 });
    }
    expect(await ask('/api/v1/acts?kind=D.G.E.')).toMatchObject({ acts: [{ actId: '2022-dge-30', act }] });
  });

  it('given an older log that has it with dots, then it is found, cited, related and corrected as the same act', async () => {
    const act = { kind: 'D.G.E.', number: '31', date: '2022-06-01' };
    const register = { type: 'act.register', act, ...details, effectiveFrom: null, file: null } as const;
    const issued = { by: { id: 'u-segretario', office: 'segretario-generale' }, at: '2022-06-02T08:00:00.000Z' };
    const key = newKey();
    const context = { commandId: key, correlationId: key, causationId: key };
    const { position: at } = await api.engine.execute('act', '2022-d.g.e-31', { ...register, ...issued }, context);
    position = String(at);
    expect(did(await segretario.command('/api/v1/acts', { act: { ...act, kind: 'DGE' }, ...details }))).toMatchObject({
      actId: '2022-dge-31',
      revision: 0,
    });
    const closing = { act: { ...act, kind: 'DGE', date: '2022-06-03' } };
    expect(refused(await segretario.command('/api/v1/plans/2022/closure?dryRun=true', closing))).toBe(
      '422 act/dated-otherwise',
    );
    const cites = { relation: 'cites', to: { act: { ...act, kind: 'DGE' } } };
    expect(refused(await segretario.command('/api/v1/acts/2022-d.g.e-31/relations', cites))).toBe(
      '422 act/relates-to-itself',
    );
    const citing = { kind: 'DGC', number: '81', date: '2022-12-20' };
    did(await segretario.command('/api/v1/acts', { act: citing, ...details }));
    did(await segretario.command('/api/v1/acts/2022-dgc-81/relations', cites));
    const correction = { ...details, date: act.date, title: 'Presa d’atto', reason: 'titolo sbagliato' };
    expect(did(await segretario.command('/api/v1/acts/2022-dge-31/correction', correction))).toMatchObject({
      revision: 1,
    });
    const told = { actId: '2022-dge-31', act, title: 'Presa d’atto', revision: 1, citedIn: [{ id: '2022-dgc-81' }] };
    expect(await ask('/api/v1/acts/2022-dge-31')).toMatchObject({ ...told, corrections: [{}] });
    expect(await ask('/api/v1/acts/2022-d.g.e-31')).toMatchObject(told);
    expect(await ask('/api/v1/acts?kind=DGE')).toMatchObject({ acts: [told, {}] });
    expect(await ask('/api/v1/acts/2022-d.g.e-31/graph?depth=1')).toMatchObject({
      nodes: [{ id: 'act:2022-dge-31', label: 'Presa d’atto' }, { id: 'act:2022-dgc-81' }],
    });
  });

  it('given an older log that registered it twice, with dots and without, then it is shown once, as it is called today', async () => {
    const issued = { by: { id: 'u-segretario', office: 'segretario-generale' }, at: '2022-06-02T08:00:00.000Z' };
    for (const [id, kind, title] of [
      ['2022-dge-32', 'DGE', 'Senza punti'],
      ['2022-d.g.e-32', 'D.G.E.', 'Con i punti'],
    ] as const) {
      const act = { kind, number: '32', date: '2022-06-01' };
      const said = { organ: details.organ, title, effectiveFrom: null, file: null };
      const key = newKey();
      const context = { commandId: key, correlationId: key, causationId: key };
      const command = { type: 'act.register', act, ...said, ...issued } as const;
      position = String((await api.engine.execute('act', id, command, context)).position);
    }
    expect(await ask('/api/v1/acts/2022-d.g.e-32')).toMatchObject({ actId: '2022-dge-32', title: 'Senza punti' });
    const { acts } = (await ask('/api/v1/acts?kind=DGE')) as { readonly acts: readonly { readonly actId: string }[] };
    expect(acts.map(({ actId }) => actId)).toEqual(['2022-dge-32', '2022-dge-31', '2022-dge-30']);
  });
});
