import { romeDayOf } from '#domain';
import type { TestApi } from '../support/api.js';
import { otherOffices, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenAuthorised, POLIZIA, refused } from '../support/story.js';

const RUNS = '/api/v1/premium-runs';
const RUN = `${RUNS}/aree`;
const today = romeDayOf(new Date().toISOString());

describe('a run whose plan weighs otherwise since it was computed', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startWithOtherOffices(otherOffices);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    const report = { measurements: [{ indicatorId: '1.1.1-i1', value: '85%' }], selfDegree: '90', note: '' };
    accepted(await send('finanziaria', `${FINANZIARIA}/rendicontazione`, report));
    accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
    accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree: '90', reason: 'Come misurato' }));
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  const compute = () =>
    send('personale', RUNS, { planId: '2022', runId: 'aree', scope: { kind: 'areas' }, fund: '600.00' });
  const told = async (position: unknown) =>
    accepted(await (await api.as('personale')).get(`${RUN}?minPosition=${String(position)}`));

  it('given a share that is removed after the run is authorised, then it is not paid, says why, and pays to the cent what is computed anew', async () => {
    const computed = accepted(await compute());
    expect(await told(computed['position'])).toMatchObject({ total: '360.00', changed: [], nextAct: 'propose' });
    await givenAuthorised(api, 'aree');
    const act = { kind: 'DGC', number: '30', date: today };
    const opinion = {
      favourable: true,
      note: 'condiviso',
      on: today,
      document: { kind: 'verbale', number: '4', date: today },
    };
    const removal = { cause: 'resources', note: 'fondi revocati', act, opinion, weight: 'neutralise' };
    const removed = accepted(await send('giunta', `${POLIZIA}/removal`, removal));

    const refusal = await send('vicesegretario', `${RUN}/liquidation`);
    expect(refused(refusal)).toBe('409 premium/weights-changed');
    expect(refusal.body).toMatchObject({ facts: { run: 'aree', share: '1.1.1-polizia-locale' } });
    expect(await told(removed['position'])).toMatchObject({ changed: ['1.1.1-polizia-locale'], nextAct: 'annul' });

    const annulling = { kind: 'determina', number: '8', date: today };
    accepted(await send('personale', `${RUN}/withdrawal`, { reason: 'Un peso è un altro', act: annulling }));
    const anew = accepted(await compute());
    expect(await told(anew['position'])).toMatchObject({ total: '540.00', changed: [], nextAct: 'propose' });
    await givenAuthorised(api, 'aree');
    const paid = accepted(await send('vicesegretario', `${RUN}/liquidation`));
    expect(await told(paid['position'])).toMatchObject({ status: 'liquidated', total: '540.00', changed: [] });
  });
});
