import type { TestApi } from '../support/api.js';
import { otherOffices, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, refused, RUN_DOCUMENTS } from '../support/story.js';

const RUN = '/api/v1/premium-runs/aree-2022';
const documents = { documents: RUN_DOCUMENTS };
const taken = { reason: 'errore', act: null };

/** A body in which the personnel office alone liquidates, whom it names in its place, and a run that pays that office. */
async function givenPaid(substitute: object | null) {
  const transitions = otherOffices.objective.transitions.map((one) =>
    one.verb === 'liquidate' ? { ...one, who: [{ office: 'personale' }], substitute } : one,
  );
  const id = substitute === null ? 'senza-sostituto' : 'con-sostituto';
  const definition = { ...otherOffices, id, objective: { ...otherOffices.objective, transitions } };
  const api: TestApi = await startWithOtherOffices(definition, '2022-03-01T08:00:00.000Z');
  const at = async (now: string) => accepted(await api.operator.command('/api/v1/clock', { now }));
  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  await api.as('personale'); // whose office is known by their account
  accepted(await send('segretario-generale', `${FINANZIARIA}/assignment`, { office: 'finanziaria' }));
  await at('2022-06-01T08:00:00.000Z');
  accepted(await send('segretario-generale', `${FINANZIARIA}/assignment`, { office: 'personale' }));
  accepted(await send('personale', `${FINANZIARIA}/acknowledgement`));
  await at('2023-03-20T08:00:00.000Z');
  const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
  accepted(await send('personale', `${FINANZIARIA}/rendicontazione`, { measurements, selfDegree: '90', note: '' }));
  accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
  accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree: '90', reason: 'Come misurato' }));
  const run = { planId: '2022', runId: 'aree-2022', scope: { kind: 'areas' }, fund: '600.00' };
  accepted(await send('personale', '/api/v1/premium-runs', run));
  return { api, send };
}

describe('a run that pays the personnel office', () => {
  it('given a substitute, then they propose it once somebody is left to sign, and take it back, whoever is paid is told who may, and of others nobody stands in', async () => {
    const { api, send } = await givenPaid({ office: 'vicesegretario' });
    const own = await send('personale', `${RUN}/proposal`, documents);
    expect(refused(own)).toBe('403 premium/signer-is-paid');
    expect(own.body).toMatchObject({ facts: { who: 'vicesegretario' } });
    // it pays accounting too: the Segretario would check it, and nobody could sign
    const stuck = await send('vicesegretario', `${RUN}/proposal?dryRun=true`, documents);
    expect(refused(stuck)).toBe('409 premium/nobody-at-step');
    expect(stuck.body).toMatchObject({
      detail: expect.stringContaining('Atto di liquidazione'),
      facts: { step: 'liquidazione', offices: 'segretario-generale, vicesegretario', steps: 'proposta, controllo' },
      whoCould: { offices: [], people: [] },
    });
    await api.as('polizia-locale');
    const act = { kind: 'decreto', number: '9', date: '2023-03-20' };
    const second = { person: 'polizia-locale', office: 'segretario-generale', roles: [], from: '2023-03-20', act };
    accepted(await send('segretario-generale', '/api/v1/organisation/tenures', second));
    accepted(await send('vicesegretario', `${RUN}/proposal`, documents));
    expect(refused(await send('vicesegretario', `${RUN}/liquidation`))).toBe('409 premium/not-authorised');
    expect(refused(await send('giunta', `${RUN}/liquidation`))).toBe('403 permission/denied');
    expect(refused(await send('personale', `${RUN}/withdrawal`, taken))).toBe('403 premium/signer-is-paid');
    accepted(await send('vicesegretario', `${RUN}/withdrawal`, taken));
    const other = { planId: '2022', runId: 'segretario-2022', scope: { kind: 'segretario' }, fund: '600.00' };
    expect(refused(await send('vicesegretario', '/api/v1/premium-runs', other))).toBe('403 lifecycle/not-yours');
    await api.close();
  });

  it('given nobody in its place, then that nobody may is told when it is proposed, with what to do', async () => {
    const { api, send } = await givenPaid(null);
    const own = await send('personale', `${RUN}/proposal`, documents);
    expect(refused(own)).toBe('409 premium/nobody-may-sign');
    expect(own.body).toHaveProperty('detail', expect.stringMatching(/`substitute`/));
    expect(refused(await send('vicesegretario', `${RUN}/proposal`, documents))).toBe('403 permission/denied');
    await api.close();
  });
});
