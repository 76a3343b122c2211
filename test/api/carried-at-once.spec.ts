import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, givenAcknowledged, givenInForce, refused, SEGRETARIO } from '../support/story.js';

const report = { measurements: [], selfDegree: '90', note: 'Fatto' };

describe('what a command carries into other streams', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    await api.leaveBehind();
  });
  afterAll(() => api.close());

  it('given a stralcio that the Giunta resolves, when its office hands in at once, then the share is removed and nothing is handed in', async () => {
    const [segretario, vice, nucleo, giunta] = await Promise.all([
      api.as('segretario-generale'),
      api.as('vicesegretario'),
      api.as('nucleo'),
      api.as('giunta'),
    ]);
    const removal = { kind: 'remove-objective', objectiveId: '1.1.2', cause: 'change-of-law', note: 'Abrogato' };
    const changes = [{ ...removal, weight: 'neutralise' }];
    const request = { planId: '2022', reason: 'La norma è abrogata', changes };
    const { variationId } = accepted(await segretario.command('/api/v1/variations', request));
    const path = `/api/v1/variations/${String(variationId)}/steps`;
    accepted(await vice.command(path, { step: 'parere-segretario', outcome: 'approve' }));
    accepted(await nucleo.command(path, { step: 'parere-nucleo', outcome: 'approve', note: 'Nulla da osservare' }));
    const act = { kind: 'DGC', number: '61', date: '2022-05-20' };
    accepted(await giunta.command(path, { step: 'deliberazione', outcome: 'approve', act }));

    const handedIn = await segretario.command(`${SEGRETARIO}/rendicontazione`, report);
    expect(refused(handedIn)).toBe('409 objective/removed');
    expect((await api.engine.load('variation', String(variationId)))?.state.status).toBe('applied');
  });
});
