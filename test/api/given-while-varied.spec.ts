import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const change = { kind: 'move-deadline', objectiveId: '2022-1.1.1', deadlineId: '1.1.1-d1', to: '2022-09-30' };
const WAITS = '/api/v1/approvals/variation~2022-1~variation';

describe('a variation of a share that is given to whoever should judge it, while it is on its way', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    const request = { planId: '2022', reason: 'La gara è andata deserta', changes: [change] };
    accepted(await (await api.as('finanziaria')).command('/api/v1/variations', request));
    const office = 'segretario-generale';
    accepted(await (await api.as('vicesegretario')).command(`${FINANZIARIA}/assignment`, { office }));
  });
  afterAll(() => api.close());

  it('then it waits for their substitute, they are refused, and the proof tells them on the other side', async () => {
    const vice = await api.as('vicesegretario');
    const waits = async () => {
      for (;;) {
        const { waiting } = accepted(await vice.get(WAITS)) as { waiting: { step: string; who: { office: string }[] } };
        const offices = waiting.who.map(({ office }) => office);
        // the variation hears of it later
        if (!offices.includes('segretario-generale')) return { step: waiting.step, offices };
      }
    };
    const { step, offices } = await waits();
    expect(offices).toEqual(['vicesegretario']);
    const said = { step, outcome: 'approve', note: 'sì' };
    const segretario = await api.as('segretario-generale');
    expect(refused(await segretario.command('/api/v1/variations/2022-1/steps', said))).toBe('403 approval/own-report');
    const { position } = accepted(await vice.command('/api/v1/variations/2022-1/steps', said));
    const proof = `/api/v1/separation-checks?subject=variation&minPosition=${String(position)}`;
    expect(accepted(await (await api.as('revisore')).get(proof))).toMatchObject({
      violations: 0,
      checks: [{ step, office: 'vicesegretario', offices: ['finanziaria', 'segretario-generale'], rule: 'own-office' }],
    });
  });
});
