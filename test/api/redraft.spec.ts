import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { romeDayOf } from '#domain';
import { newKey, startTestApi, type TestApi } from '../support/api.js';
import { otherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, refused } from '../support/story.js';
import { writtenPlan as text } from '../support/written-plan.js';

const label = (name: string) => ({ it: name, en: name });
/** A body whose plan is heard by the Nucleo before the Giunta approves it. */
const inSteps = {
  ...otherOffices,
  id: 'piano-in-passi',
  chains: {
    ...otherOffices.chains,
    plan: {
      steps: [
        { id: 'parere', name: label('Parere'), who: [{ office: 'nucleo' }], outcomes: ['approve', 'return', 'reject'] },
        {
          id: 'delibera',
          name: label('Delibera'),
          who: [{ office: 'giunta' }],
          outcomes: ['approve', 'return'],
          act: { kinds: ['DGC'] },
        },
      ],
    },
  },
};
/** One objective is told otherwise, one is new, one is gone. */
const corrected = text
  .replace('entro il 30/06/2022', 'entro il 31/07/2022')
  .replace(/^2\tStrade sicure.*$/m, '3\tArchivio in ordine\tPolizia locale\tRelazione entro il 30/11/2022\t60\t');
const act = { kind: 'DGC', number: '12', date: romeDayOf(new Date().toISOString()) };

describe('a draft that is corrected until it is approved', () => {
  let api: TestApi;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'traguardo-redraft-'));
    const workflow = join(folder, 'piano-in-passi.json');
    writeFileSync(workflow, JSON.stringify(inSteps));
    api = await startTestApi({ workflow });
    rmSync(folder, { recursive: true });
  });
  afterAll(() => api.close());

  const draft = (of: string, headers: Record<string, string> = {}) =>
    api.operator.command('/api/v1/plans', { text: of, acceptProposals: true }, headers);
  const send = async (who: Person, path: string, body: object = {}) =>
    (await api.as(who)).command(`/api/v1/plans/2022${path}`, body);
  const asked = async (path: string) => (await api.as('revisore')).get(`/api/v1${path}`);
  /** The reactions have carried the draft over. */
  const carried = async (id: string, wanted: (title: string | undefined) => boolean) => {
    const over = new AbortController();
    const has = async () => wanted((await api.engine.load('objective', `2022-${id}`))?.state.objective?.title);
    for await (const _ of api.store.follow({ prefixes: ['objective-'], signal: over.signal })) {
      if (await has()) over.abort();
    }
  };

  it('given a draft that came back with points, when corrected, then the chain begins anew and the corrected plan is approved', async () => {
    accepted(await draft(text));
    await carried('1.1.2', (title) => title === 'Strade sicure');
    // nothing is struck out of a draft by act: it would keep another from taking its place
    const cause = { cause: 'resources', note: 'tagli', weight: 'neutralise' };
    const opinion = {
      favourable: true,
      note: 'sì',
      on: act.date,
      document: { kind: 'verbale', number: '4', date: act.date },
    };
    const removal = '/api/v1/objectives/2022-1.1.2/shares/1.1.2-polizia-locale/removal';
    const removed = await (await api.as('giunta')).command(removal, { ...cause, act, opinion });
    expect(refused(removed)).toBe('409 plan/not-in-force');
    accepted(await send('segretario-generale', '/proposal'));
    expect(refused(await draft(corrected))).toBe('409 plan/under-approval');
    accepted(await send('nucleo', '/steps', { step: 'parere', outcome: 'approve' }));
    const points = ['manca l’obiettivo sull’archivio'];
    accepted(await send('giunta', '/steps', { step: 'delibera', outcome: 'return', points }));

    const dry = await api.operator.post('/api/v1/plans?dryRun=true', { text: corrected, acceptProposals: true });
    const told = { added: ['1.1.3'], changed: ['1.1.1'], withdrawn: ['1.1.2'], version: 2 };
    expect(dry.body).toMatchObject({ refusal: null, events: [{ type: 'plan.redrafted.v1', data: told }] });
    const before = await api.operator.post('/api/v1/plans?dryRun=true&occurredOn=2022-01-09', {
      text: corrected,
      acceptProposals: true,
    });
    expect(before.body).toMatchObject({ events: [{ type: 'plan.redrafted.v1', occurredOn: '2022-01-09' }] });
    const key = { 'idempotency-key': newKey() };
    const redrafted = await draft(corrected, key);
    const { revision } = accepted(redrafted);
    expect((await draft(corrected, key)).body).toEqual(redrafted.body);
    expect(await draft(corrected)).toMatchObject({ status: 201, body: { planId: '2022', revision } });
    await carried('1.1.2', (title) => title === undefined);
    await carried('1.1.3', (title) => title === 'Archivio in ordine');

    accepted(await send('segretario-generale', '/proposal'));
    expect(refused(await send('giunta', '/steps', { step: 'delibera', outcome: 'approve', act }))).toBe(
      '409 approval/not-this-step',
    );
    accepted(await send('nucleo', '/steps', { step: 'parere', outcome: 'approve' }));
    accepted(await send('giunta', '/steps', { step: 'delibera', outcome: 'approve', act }));
    accepted(await send('segretario-generale', '/entry-into-force', { from: '2022-01-20' }));
    expect(refused(await draft(text))).toBe('409 plan/already-drafted');
  });

  it('then what was taken out is nowhere, and the others are worked on as the corrected plan says', async () => {
    const segretario = await api.as('segretario-generale');
    const assign = (id: string, office: string) =>
      segretario.command(`/api/v1/objectives/2022-${id}/shares/${id}-${office}/assignment`, { office });
    expect((await assign('1.1.2', 'polizia-locale')).status).toBe(404);
    accepted(await assign('1.1.1', 'finanziaria'));
    const { position } = accepted(await assign('1.1.3', 'polizia-locale'));
    const seen = (path: string) => asked(`${path}${path.includes('?') ? '&' : '?'}minPosition=${String(position)}`);
    expect((await seen('/objectives/2022-1.1.2')).status).toBe(404);
    for (const path of ['/objectives?planId=2022', '/plans/2022', '/deadlines?planId=2022', '/plans/2022/table']) {
      const answer = await seen(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(JSON.stringify(answer.body)).not.toContain('Strade sicure');
      expect(JSON.stringify(answer.body)).not.toContain('2022-06-30');
    }
    expect(JSON.stringify((await seen('/deadlines?planId=2022')).body)).toContain('2022-11-30');
    expect(JSON.stringify((await seen('/audit-trail?plan=2022')).body)).toContain('objective.withdrawn.v1');
  });
});
