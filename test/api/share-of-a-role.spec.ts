import { startTestApi, type TestApi } from '../support/api.js';
import { clientOf, type Client } from '../support/client.js';
import { PASSWORD } from '../support/people.js';
import {
  accepted,
  FINANZIARIA,
  givenAcknowledged,
  givenInForce,
  POLIZIA,
  refused,
  SEGRETARIO,
} from '../support/story.js';

const OBJECTIVE = '/api/v1/objectives/2022-1.1.2';
const VARIATION = {
  planId: '2022',
  reason: 'gara deserta',
  changes: [{ kind: 'move-deadline', objectiveId: '2022-1.1.2', deadlineId: '1.1.2-d1', to: '2022-12-10' }],
};

const OWN = ['objective.acknowledge', 'objective.report-progress', 'objective.submit-rendicontazione'];

describe('a share of an office whose holder has not the role of a head of area', () => {
  let api: TestApi;
  let reported: Record<string, unknown>;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    // as a body that opens its accounts by the roles of its offices has them
    await signedIn('sola-segretaria', 'segretario-generale', ['segretario']);
    await signedIn('lettore', 'archivio', ['revisore']);
    const assignment = { office: 'segretario-generale' };
    accepted(await (await api.as('segretario-generale')).command(`${SEGRETARIO}/assignment`, assignment));
  });
  afterAll(() => api.close());

  const signedIn = async (user: string, office: string, roles: readonly string[]) => {
    accepted(await api.operator.post('/api/v1/accounts', { user, name: user, password: PASSWORD, office, roles }));
    const { token } = accepted(await api.anyone.post('/api/v1/sessions', { user, password: PASSWORD }));
    clients.set(
      user,
      clientOf(() => api.url, String(token)),
    );
  };
  const as = (user: string): Client => {
    const client = clients.get(user);
    if (client === undefined) throw new Error(`Nobody is ${user}.`);
    return client;
  };
  const actions = async (user: string) => accepted(await as(user).get('/api/v1/me'))['actions'];
  /** The read side has come to the last that was written. */
  const seen = async ({ position }: Record<string, unknown>) => {
    accepted(await as('lettore').get(`/api/v1/objectives?minPosition=${String(position)}`));
  };
  const progress = { value: '10', note: 'avviato' };

  it('given the Segretario alone, then of their own share a dry run, the permissions and the command agree', async () => {
    const segretaria = as('sola-segretaria');
    accepted(await segretaria.post(`${SEGRETARIO}/acknowledgement?dryRun=true`, {}));
    const path = `${OBJECTIVE}/permissions?shareId=1.1.2-segretario-generale`;
    const told = accepted(await segretaria.get(path))['commands'] as readonly { route: string; may: boolean }[];
    expect(told.find(({ route }) => route === 'acknowledge')).toMatchObject({ may: true });
    accepted(await segretaria.command(`${SEGRETARIO}/acknowledgement`));
    reported = accepted(await segretaria.command(`${SEGRETARIO}/progress`, progress));
  });

  it('then of what is not theirs they are refused as before, and told whose it is', async () => {
    const answer = await as('sola-segretaria').command(`${FINANZIARIA}/progress`, progress);
    expect(refused(answer)).toBe('403 permission/denied');
    expect(answer.body).toMatchObject({ facts: { roles: '', offices: 'finanziaria' } });
  });

  it('then whoever holds no such office is refused, whatever they may read', async () => {
    const answer = await as('lettore').command(`${SEGRETARIO}/progress`, progress);
    expect(refused(answer)).toBe('403 permission/denied');
    expect(answer.body).toMatchObject({ facts: { offices: 'segretario-generale' } });
    for (const action of OWN) expect(await actions('lettore')).not.toContain(action);
  });

  it('then they are told among what they may, and ask for a variation of what is theirs', async () => {
    await seen(reported);
    expect(await actions('sola-segretaria')).toEqual(expect.arrayContaining(OWN));
    accepted(await as('sola-segretaria').post('/api/v1/variations?dryRun=true', VARIATION));
  });

  it('given their report, then nobody verifies their own', async () => {
    const report = { measurements: [], selfDegree: '90', note: '' };
    accepted(await as('sola-segretaria').command(`${SEGRETARIO}/rendicontazione`, report));
    const step = { step: 'verifica' };
    const verified = await as('sola-segretaria').command(`${SEGRETARIO}/rendicontazione/approval`, step);
    expect(refused(verified)).toBe('403 approval/own-report');
    accepted(await (await api.as('vicesegretario')).command(`${SEGRETARIO}/rendicontazione/approval`, step));
  });

  it('given an office that otherwise only reads, then it reports on its share, shows what for, and asks for no other', async () => {
    const segretario = await api.as('segretario-generale');
    await seen(accepted(await segretario.command(`${POLIZIA}/assignment`, { office: 'archivio' })));
    accepted(await as('lettore').command(`${POLIZIA}/acknowledgement`));
    accepted(await as('lettore').command(`${POLIZIA}/progress`, progress));
    expect(await actions('lettore')).toEqual(expect.arrayContaining([...OWN, 'document.add', 'variation.request']));
    expect(refused(await as('lettore').command(`${FINANZIARIA}/progress`, progress))).toBe('403 permission/denied');
    expect(refused(await as('lettore').post('/api/v1/variations?dryRun=true', VARIATION))).toBe(
      '403 variation/not-concerned',
    );
  });

  it('given that its holder left the office, then the name that the account keeps opens nothing', async () => {
    const act = { kind: 'decreto', number: '4', date: '2022-05-20' };
    const tenures = '/api/v1/organisation/tenures';
    const segretario = await api.as('segretario-generale');
    const taken = { person: 'lettore', office: 'archivio', roles: ['revisore'], from: '2022-05-20', act };
    const { tenureId } = accepted(await segretario.command(tenures, taken));
    accepted(await segretario.command(`${tenures}/${String(tenureId)}/end`, { to: '2022-05-20', act }));
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-21T08:00:00.000Z' }));
    expect(refused(await as('lettore').command(`${POLIZIA}/progress`, progress))).toBe('403 permission/denied');
  });
});
