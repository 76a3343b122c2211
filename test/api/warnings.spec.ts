import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, givenInForce } from '../support/story.js';

const act = { kind: 'decreto', number: '4', date: '2022-01-10' };

describe('what a command brings with it, told in its answer and in its dry run', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    for (const person of ['finanziaria', 'polizia-locale'] as const) await api.as(person);
  });
  afterAll(() => api.close());

  it('given a fund of 0.00, then that each share counts as paid, and no other run pays it', async () => {
    const personale = await api.as('personale');
    const run = { planId: '2022', scope: { kind: 'areas' }, fund: '0.00', runId: 'nulla' };
    const warnings = [{ code: 'premium/pays-nothing', facts: { run: 'nulla' } }];
    expect(accepted(await personale.post('/api/v1/premium-runs?dryRun=true', run))).toMatchObject({ warnings });
    expect(accepted(await personale.command('/api/v1/premium-runs', run))).toMatchObject({ warnings });
    const other = { ...run, fund: '100.00', runId: 'altra' };
    expect(accepted(await personale.command('/api/v1/premium-runs', other))).toMatchObject({ warnings: [] });
  });

  it('given a head who comes to sit in the Giunta, then that it judges what they answer for', async () => {
    const segretario = await api.as('segretario-generale');
    const tenure = { person: 'finanziaria', roles: [], from: '2022-05-01', to: null, act };
    const tenures = '/api/v1/organisation/tenures';
    const own = accepted(await segretario.command(tenures, { ...tenure, office: 'finanziaria' }));
    expect(own).toMatchObject({ warnings: [] });
    const warnings = [{ code: 'organisation/judged-beside', facts: { judging: 'giunta', office: 'finanziaria' } }];
    const seated = { ...tenure, office: 'giunta' };
    expect(accepted(await segretario.post(`${tenures}?dryRun=true`, seated))).toMatchObject({ warnings });
    expect(accepted(await segretario.command(tenures, seated))).toMatchObject({ warnings });
  });

  it('given an office that somebody has by their account alone, then that a tenure of another ends it, and one of the same does not', async () => {
    const segretario = await api.as('segretario-generale');
    const tenures = '/api/v1/organisation/tenures';
    const key = { 'idempotency-key': randomUUID() };
    const tenure = { person: 'polizia-locale', roles: [], from: '2022-06-01', to: '2022-06-30', act };
    const seated = { ...tenure, office: 'giunta' };
    const ends = { code: 'organisation/own-office-ends', facts: { office: 'polizia-locale', from: '2022-06-01' } };
    const dry = accepted(await segretario.post(`${tenures}?dryRun=true`, seated));
    expect(dry).toMatchObject({ warnings: [ends] });
    const own = accepted(
      await segretario.post(`${tenures}?dryRun=true`, { ...tenure, office: 'polizia-locale', to: null }),
    );
    expect(own).toMatchObject({ warnings: [] });
    const { warnings } = accepted(await segretario.command(tenures, seated, key));
    expect(warnings).toEqual(dry['warnings']);
    expect(accepted(await segretario.command(tenures, seated, key))).toMatchObject({ warnings });
    const second = { ...tenure, office: 'vicesegretario', from: '2022-07-01', to: null };
    expect(accepted(await segretario.post(`${tenures}?dryRun=true`, second))).toMatchObject({ warnings: [] });
  });
});
