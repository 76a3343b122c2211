import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, givenInForce } from '../support/story.js';

describe('what a command brings with it, told in its answer and in its dry run', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await api.as('finanziaria');
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
    const tenure = { person: 'finanziaria', roles: [], from: '2022-05-01', to: null, act: null };
    const tenures = '/api/v1/organisation/tenures';
    const own = accepted(await segretario.command(tenures, { ...tenure, office: 'finanziaria' }));
    expect(own).toMatchObject({ warnings: [] });
    const warnings = [{ code: 'organisation/judged-beside', facts: { judging: 'giunta', office: 'finanziaria' } }];
    const seated = { ...tenure, office: 'giunta' };
    expect(accepted(await segretario.post(`${tenures}?dryRun=true`, seated))).toMatchObject({ warnings });
    expect(accepted(await segretario.command(tenures, seated))).toMatchObject({ warnings });
  });
});
