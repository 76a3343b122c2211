import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const EVALUATIONS = '/api/v1/evaluations';

describe('an evaluation whose evaluator leaves', () => {
  let api: TestApi;
  let accounts: { readonly id: string; readonly user: string }[];
  const idOf = (user: string) => String(accounts.find((account) => account.user === user)?.id);
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    for (const one of ['nucleo', 'personale'] as const) await api.as(one);
    const made = { user: 'nucleo-2', email: 'nucleo-2@rocca.it', office: 'nucleo', roles: ['nucleo'] };
    accepted(await api.operator.post('/api/v1/accounts', made));
    const listed = accepted(await api.operator.get('/api/v1/accounts')) as { accounts: typeof accounts };
    accounts = listed.accounts;
  });
  afterAll(() => api.close());

  let last = '0';
  const sends = async (who: Person, path: string, body: object) => {
    const answer = await (await api.as(who)).command(path, body);
    last = (answer.body as { readonly position?: string } | null)?.position ?? last;
    return answer;
  };
  const conductorsInbox = async () => {
    const inbox = accepted(await (await api.as('personale')).get(`/api/v1/inbox?minPosition=${last}`)) as {
      evaluations: { awaits: { action: string }[] }[];
    };
    return inbox.evaluations.flatMap(({ awaits }) => awaits.map(({ action }) => action));
  };

  it('given the account disabled, then whoever conducts is told, names another, and that is what is shown', async () => {
    const person = idOf('finanziaria');
    const one = `${EVALUATIONS}/2022-${person}`;
    const evaluator = { person: idOf('nucleo'), office: 'nucleo' };
    const anew = { evaluator: { person: idOf('nucleo-2'), office: 'nucleo' }, reason: 'Il Nucleo è rinnovato' };
    accepted(await sends('personale', EVALUATIONS, { planId: '2022', person, evaluator }));
    expect(await conductorsInbox()).toEqual([]);
    expect(refused(await sends('personale', `${one}/evaluator`, anew))).toBe('409 evaluation/judge-still-in-office');

    accepted(await api.operator.post(`/api/v1/accounts/${evaluator.person}/disabling`));
    expect(await conductorsInbox()).toEqual(['name-evaluator']);
    accepted(await sends('personale', `${one}/evaluator`, anew));
    expect(await conductorsInbox()).toEqual([]);
    const shown = accepted(await (await api.as('finanziaria')).get(`${one}?minPosition=${last}`));
    expect(shown).toMatchObject({
      evaluator: anew.evaluator,
      grounds: { said: [{ what: 'evaluator-named', text: anew.reason }] },
    });
  });
});
