import { addDays, romeDayOf } from '#domain';
import type { TestApi } from '../support/api.js';
import { otherOffices, standard, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { proposalOf } from '../support/proposal.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenAuthorised, refused } from '../support/story.js';

const RUN = '/api/v1/premium-runs/aree-2022';
const PROPOSAL = '/api/v1/objectives/2023-9.1.1/proposal';
const proposal = proposalOf('9.1.1', 'Sportello unico', 2023);

describe('offices that the workflow file names for an act', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startWithOtherOffices(otherOffices);
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);

  it('given an office that proposes, then it may whatever its role, and a head of area who is not named may not', async () => {
    expect(refused(await send('personale', PROPOSAL, proposal))).toBe('403 permission/denied');
    expect(refused(await send('finanziaria', PROPOSAL, proposal))).toBe('403 lifecycle/not-yours');
    accepted(await send('vicesegretario', PROPOSAL, proposal));
  });

  it('given an office that alone resumes, then who may not is told of that one, and not of those who suspend', async () => {
    const denied = await send('personale', `${FINANZIARIA}/resumption`, { reason: 'lavori finiti' });
    expect(refused(denied)).toBe('403 permission/denied');
    expect(denied.body).toMatchObject({
      detail:
        'Questo account non ha il ruolo o l’ufficio che serve per riprendere l’attività su una quota: lo può fare Vicesegretario.',
    });
  });

  it('given offices that judge proposals, then each takes its step whatever its role, and nobody their own proposal', async () => {
    const judged = { waiver: 'primo anno: nessun confronto' };
    expect(refused(await send('personale', `${PROPOSAL}/validation`, judged))).toBe('403 permission/denied');
    expect(refused(await send('vicesegretario', `${PROPOSAL}/validation`, judged))).toBe('403 objective/own-proposal');
    accepted(await send('giunta', `${PROPOSAL}/validation`, judged));
    expect(refused(await send('giunta', `${PROPOSAL}/validation`, judged))).toBe('403 approval/own-report');
    accepted(await send('revisore', `${PROPOSAL}/return`, { points: ['manca la spesa'] }));
  });

  it('given an office that liquidates, then it may whatever its role, and nobody else, nor who is paid', async () => {
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    accepted(await send('finanziaria', `${FINANZIARIA}/rendicontazione`, { measurements, selfDegree: '90', note: '' }));
    accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
    accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree: '90', reason: 'Come misurato' }));
    const run = { planId: '2022', runId: 'aree-2022', scope: { kind: 'areas' }, fund: '600.00' };
    accepted(await send('personale', '/api/v1/premium-runs', run));
    await givenAuthorised(api, 'aree-2022');
    const denied = await send('giunta', `${RUN}/liquidation`);
    expect(refused(denied)).toBe('403 permission/denied');
    expect(denied.body).toMatchObject({
      detail:
        'Questo account non ha il ruolo o l’ufficio che serve per liquidare i premi: lo può fare Vicesegretario o Finanziaria.',
    });
    const me = accepted(await (await api.as('giunta')).get('/api/v1/me'));
    expect(me['otherOffices']).toMatchObject({ 'premium.liquidate': ['vicesegretario', 'finanziaria'] });
    const notNamed = await send('personale', `${RUN}/liquidation`);
    expect(refused(notNamed)).toBe('403 lifecycle/not-yours');
    expect(notNamed.body).toMatchObject({ facts: { verb: 'liquidate', who: 'vicesegretario' } }); // of the other the run pays a share
    expect(refused(await send('finanziaria', `${RUN}/liquidation`))).toBe('403 premium/signer-is-paid');
    accepted(await send('vicesegretario', `${RUN}/liquidation`));
  });

  it('given what was paid and is judged anew, then it is adjusted by a run that passes the chain, and whom the file names liquidates it', async () => {
    const paid = async () => (await api.engine.load('objective', '2022-1.1.1'))?.state.shares[0]?.premium ?? null;
    while ((await paid()) === null) await new Promise((resolve) => setImmediate(resolve));
    const act = { kind: 'determina', number: '9', date: romeDayOf(new Date().toISOString()) };
    accepted(await send('segretario-generale', `${FINANZIARIA}/reopening`, { reason: 'riconteggio', act }));
    accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
    accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree: '80', reason: 'Riconteggio' }));
    const adjust = (who: Person, amount: string) => send(who, `${FINANZIARIA}/premium-adjustment`, { amount });
    expect(refused(await adjust('vicesegretario', '300.00'))).toBe('403 permission/denied');
    expect(refused(await adjust('personale', '533.34'))).toBe('422 objective/adjusted-above-degree');
    const { runId } = accepted(await adjust('personale', '300.00'));
    // one payment is adjusted once, whoever asks and however often
    expect(refused(await adjust('personale', '200.00'))).toBe('409 premium/already-computed');
    const adjusting = `/api/v1/premium-runs/${String(runId)}`;
    expect(refused(await send('vicesegretario', `${adjusting}/liquidation`, { act }))).toBe('409 premium/not-proposed');
    await givenAuthorised(api, String(runId));
    expect(refused(await send('personale', `${adjusting}/liquidation`))).toBe('403 lifecycle/not-yours');
    expect(refused(await send('finanziaria', `${adjusting}/liquidation`))).toBe('403 premium/signer-is-paid');
    accepted(await send('vicesegretario', `${adjusting}/liquidation`));
    while ((await paid()) === null) await new Promise((resolve) => setImmediate(resolve));
    expect(await paid()).toEqual({ runId, amount: '300.00' });
    expect(refused(await adjust('personale', '200.00'))).toBe('409 objective/nothing-to-adjust');
  });

  it('given that all of it is recovered and it is judged better once more, then no other run pays it, and the first one says how much is due', async () => {
    const paid = async () => (await api.engine.load('objective', '2022-1.1.1'))?.state.shares[0]?.premium ?? null;
    const judged = async (degree: string, number: string) => {
      const act = { kind: 'determina', number, date: romeDayOf(new Date().toISOString()) };
      accepted(await send('segretario-generale', `${FINANZIARIA}/reopening`, { reason: 'riconteggio', act }));
      accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
      accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree, reason: 'Riconteggio' }));
    };
    await judged('0', '10');
    const { runId } = accepted(await send('personale', `${FINANZIARIA}/premium-adjustment`, { amount: '0' }));
    await givenAuthorised(api, String(runId));
    accepted(await send('vicesegretario', `/api/v1/premium-runs/${String(runId)}/liquidation`));
    while ((await paid()) === null) await new Promise((resolve) => setImmediate(resolve));
    await judged('50', '11');
    const other = { planId: '2022', runId: 'altra-2022', scope: { kind: 'areas' }, fund: '12963.44' };
    accepted(await send('personale', '/api/v1/premium-runs', other));
    const { run } = (await api.engine.load('premium', 'altra-2022'))?.state ?? {};
    expect(run?.entries.map(({ shareId }) => `/api/v1/objectives/2022-1.1.1/shares/${shareId}`)).not.toContain(
      FINANZIARIA,
    );
    const above = await send('personale', `${FINANZIARIA}/premium-adjustment`, { amount: '200.01' });
    expect(above.body).toMatchObject({
      code: 'objective/adjusted-above-degree',
      facts: { paid: '360.00', from: '90', to: '50', last: '0.00', max: '200.00' },
    });
    accepted(await send('personale', `${FINANZIARIA}/premium-adjustment`, { amount: '200.00' }));
  });

  it('given offices that conduct evaluations or take a step, then it is told among what they may', async () => {
    const later = {
      ...otherOffices,
      version: otherOffices.version + 1,
      evaluations: { ...standard.evaluations, conductors: [{ office: 'vicesegretario' }] },
      chains: { ...otherOffices.chains, evaluation: standard.chains.evaluation },
    };
    accepted(await api.operator.command('/api/v1/workflows', { source: JSON.stringify(later) }));
    const mayOf = async (who: Person) => accepted(await (await api.as(who)).get('/api/v1/me'))['actions'] as string[];
    expect(await mayOf('vicesegretario')).toEqual(expect.arrayContaining(['evaluation.conduct', 'premium.liquidate']));
    expect(await mayOf('revisore')).toEqual(expect.arrayContaining(['approval.act', 'objective.validate']));
    expect(await mayOf('revisore')).not.toContain('premium.liquidate');
  });

  it('given an office that only the file knows, then who holds it delegates it, and nobody else’s', async () => {
    const today = romeDayOf(new Date().toISOString());
    const mandate = { kind: 'delega', office: 'revisore', person: 'personale', from: today, until: today };
    accepted(await send('revisore', '/api/v1/organisation/delegations', mandate));
    const other = await send('revisore', '/api/v1/organisation/delegations', { ...mandate, office: 'giunta' });
    expect(refused(other)).toBe('403 office/only-its-holder');
  });

  it('given who has left the office that is named, then its name alone opens nothing', async () => {
    const tenures = '/api/v1/organisation/tenures';
    const act = { kind: 'decreto', number: '4', date: '2022-01-10' };
    const today = romeDayOf(new Date().toISOString());
    const taken = { person: 'vicesegretario', office: 'vicesegretario', roles: ['vicesegretario'], from: '2022-01-01' };
    const { tenureId } = accepted(await send('segretario-generale', tenures, { ...taken, act }));
    const end = { to: addDays(today, -1), act };
    accepted(await send('segretario-generale', `${tenures}/${String(tenureId)}/end`, end));
    expect(refused(await send('vicesegretario', PROPOSAL, proposal))).toBe('403 permission/denied');
    expect(refused(await send('vicesegretario', `${RUN}/liquidation`))).toBe('403 permission/denied');
  });
});
