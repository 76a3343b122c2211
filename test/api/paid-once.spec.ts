import { randomUUID } from 'node:crypto';
import { romeDayOf } from '#domain';
import type { TestApi } from '../support/api.js';
import { otherOffices, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import {
  accepted,
  FINANZIARIA,
  givenAcknowledged,
  givenAuthorised,
  POLIZIA,
  refused,
  RUN_DOCUMENTS,
  type Office,
} from '../support/story.js';

const RUNS = '/api/v1/premium-runs';

describe('a share that more than one run would pay', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startWithOtherOffices(otherOffices);
    await givenScored(FINANZIARIA, 'finanziaria');
    await givenRuns({}, 'prima', 'seconda', 'terza');
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  const reads = async (path: string, since: Record<string, unknown>, language = 'it') => {
    const asked = `${path}?minPosition=${String(since['position'])}`;
    return accepted(await (await api.as('personale')).get(asked, { 'accept-language': language }));
  };
  const liquidate = (runId: string) => send('vicesegretario', `${RUNS}/${runId}/liquidation`);
  const actOfToday = (number: string) => ({ kind: 'determina', number, date: romeDayOf(new Date().toISOString()) });
  const withdraw = (runId: string) =>
    send('personale', `${RUNS}/${runId}/withdrawal`, { reason: 'la paga un’altra', act: actOfToday('8') });
  const liquidated = async (...runIds: readonly string[]) => {
    const runs = await Promise.all(runIds.map((runId) => api.engine.load('premium', runId)));
    return runIds.filter((_, index) => runs[index]?.state.liquidated);
  };
  const polizia = async () =>
    (await api.engine.load('objective', '2022-1.1.1'))?.state.shares.find(({ areaId }) => areaId === 'polizia-locale');

  const finanziaria = async () =>
    (await api.engine.load('objective', '2022-1.1.1'))?.state.shares.find(({ areaId }) => areaId === 'finanziaria');

  async function judged(share: string, degree: string) {
    accepted(await send('nucleo', `${share}/rendicontazione/approval`, { step: 'controllo' }));
    accepted(await send('nucleo', `${share}/score`, { degree, reason: 'Come misurato' }));
  }

  async function givenScored(share: string, office: Office) {
    await givenAcknowledged(api, share, office);
    const measurements = office === 'finanziaria' ? [{ indicatorId: '1.1.1-i1', value: '85%' }] : [];
    accepted(await send(office, `${share}/rendicontazione`, { measurements, selfDegree: '90', note: '' }));
    await judged(share, '90');
  }

  /** Checked and signed by whom it does not pay. */
  async function givenRuns(
    through: { readonly checks?: Person; readonly signs?: Person },
    ...runIds: readonly string[]
  ) {
    for (const runId of runIds) {
      accepted(await send('personale', RUNS, { planId: '2022', runId, scope: { kind: 'areas' }, fund: '600.00' }));
      await givenAuthorised(api, runId, through);
    }
  }

  it('given a liquidation that stopped after it bound the share, then no other run pays it until that one is taken back', async () => {
    const bind = { type: 'plan.bind-premium', runId: 'prima', shares: ['1.1.1-finanziaria'], withdrawn: [] } as const;
    const commandId = randomUUID();
    const context = { commandId, correlationId: commandId, causationId: commandId };
    const by = { id: 'vicesegretario', office: 'vicesegretario' };
    await api.engine.execute('plan', '2022', { ...bind, by, at: new Date().toISOString() }, context);
    const other = await liquidate('seconda');
    expect(refused(other)).toBe('409 premium/bound-elsewhere');
    expect(other.body).toMatchObject({ facts: { share: '1.1.1-finanziaria', run: 'seconda', other: 'prima' } });
    accepted(await withdraw('prima'));
  });

  it('given two runs among many commands, only asked or in earnest, then the second is refused', async () => {
    const items = ['seconda', 'terza'].map((runId) => ({ route: 'liquidatePremium', params: { runId }, body: {} }));
    for (const path of ['/api/v1/bulk?dryRun=true', '/api/v1/bulk']) {
      const { results } = accepted(await send('vicesegretario', path, { items }));
      expect(results).toMatchObject([{ status: 200 }, { status: 409 }]);
    }
    expect(await liquidated('seconda', 'terza')).toEqual(['seconda']);
    expect(refused(await liquidate('terza'))).toMatch(/^409 /);
  });

  it('given a further run of what the others have left, then it is told what they have paid of the fund', async () => {
    while ((await finanziaria())?.premium === null) await new Promise((resolve) => setImmediate(resolve));
    const paid = (await api.engine.load('premium', 'seconda'))?.state.run?.total;
    const asked = { planId: '2022', runId: 'resto', scope: { kind: 'areas' }, fund: '600.00' };
    const told = accepted(await (await api.as('personale')).post(`${RUNS}?dryRun=true`, asked));
    expect(told).toMatchObject({
      warnings: [{ code: 'premium/fund-shared-before', facts: { runs: 'seconda', paid } }],
    });
    const { position } = accepted(await (await api.as('personale')).command(RUNS, asked));
    const shown = accepted(await (await api.as('revisore')).get(`${RUNS}/resto?minPosition=${String(position)}`));
    expect(shown).toMatchObject({ fundSharedBefore: [{ runId: 'seconda', total: paid }] });
    accepted(await send('personale', `${RUNS}/resto/withdrawal`, { reason: 'era una prova' }));
  });

  it('given two that are liquidated at the same moment, then one of them is', async () => {
    await givenScored(POLIZIA, 'polizia-locale');
    await givenRuns({ checks: 'finanziaria', signs: 'segretario-generale' }, 'quarta', 'quinta');
    const answers = await Promise.all(['quarta', 'quinta'].map(liquidate));
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
    expect(await liquidated('quarta', 'quinta')).toHaveLength(1);
  });

  it('given that the share is reopened right after the answer, then what was paid is not lost, and no other run pays it', async () => {
    const [first] = await liquidated('quarta', 'quinta');
    const reopening = { reason: 'riconteggio', act: actOfToday('10') };
    accepted(await send('segretario-generale', `${POLIZIA}/reopening`, reopening));
    while ((await polizia())?.adjusting === null) await new Promise((resolve) => setImmediate(resolve));
    expect((await polizia())?.adjusting).toMatchObject({ runId: first, degree: '90' });
    await judged(POLIZIA, '45');
    for (const runId of ['quarta', 'quinta']) expect(refused(await liquidate(runId))).toMatch(/^409 /);
    const above = await send('personale', `${POLIZIA}/premium-adjustment`, { amount: '599.00' });
    expect(refused(above)).toBe('422 objective/adjusted-above-degree');
  });

  it('given the run that puts the payment right, then lists, approvals and «Da fare» call it by the name that people know', async () => {
    const adjusting = accepted(await send('personale', `${POLIZIA}/premium-adjustment`, { amount: '10.00' }));
    const runId = String(adjusting['runId']);
    const called = 'Conguaglio 1.1.1 2022';
    expect(await reads(`${RUNS}/${runId}`, adjusting)).toMatchObject({ name: called });
    expect(await reads('/api/v1/inbox', adjusting)).toMatchObject({
      premiumRuns: expect.arrayContaining([expect.objectContaining({ runId, name: called })]),
    });
    const proposed = accepted(await send('personale', `${RUNS}/${runId}/proposal`, { documents: RUN_DOCUMENTS }));
    const approval = `/api/v1/approvals/premium~${runId}~premium-run`;
    expect(await reads(approval, proposed)).toMatchObject({ title: called });
    expect(await reads(approval, proposed, 'en')).toMatchObject({ title: 'Adjustment 1.1.1 2022' });
  });
});
