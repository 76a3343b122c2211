import { startTestApi, type TestApi } from '../support/api.js';
import { people, type Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, POLIZIA } from '../support/story.js';

interface WhoCould {
  readonly roles: readonly string[];
  readonly offices: readonly string[];
  readonly people: readonly { readonly office: string }[];
}

const everybody = Object.keys(people) as Person[];
const act = { kind: 'DGC', number: '60', date: '2022-05-20' };
const move = { kind: 'move-deadline', objectiveId: '2022-1.1.1', deadlineId: '1.1.1-d1', to: '2022-09-30' };

describe('who could, of plans, variations, runs and evaluations', () => {
  let api: TestApi;
  let evaluation: string;
  let opening: object;
  let idOf: (user: string) => string;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    for (const person of everybody) await api.as(person);
    const { accounts } = accepted(await (await api.as('amministratrice')).get('/api/v1/accounts')) as {
      accounts: { id: string; user: string }[];
    };
    idOf = (user) => String(accounts.find((account) => account.user === user)?.id);
    opening = { planId: '2022', person: idOf('finanziaria'), evaluator: { person: idOf('nucleo'), office: 'nucleo' } };
    evaluation = `/api/v1/evaluations/2022-${idOf('finanziaria')}`;
  });
  afterAll(() => api.close());

  /** Asked dry of everybody: who could, and what those who could not were told of it. */
  const asked = async (path: string, body: object) => {
    const answers = await Promise.all(
      everybody.map(async (person) => ({
        person,
        ...(await (await api.as(person)).post(`${path}?dryRun=true`, body)),
      })),
    );
    return {
      could: answers
        .flatMap(({ person, status }) => (status === 200 ? [people[person].office as string] : []))
        .toSorted(),
      told: answers.flatMap(({ person, status, body: said }) => {
        const { whoCould } = said as { readonly whoCould?: WhoCould };
        return status === 200 ? [] : [{ person, whoCould }];
      }),
    };
  };
  const does = async (person: Person, path: string, body: object) =>
    accepted(await (await api.as(person)).command(path, body));

  const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
  const told: readonly (readonly [string, Person, string, object])[] = [
    ['a variation', 'finanziaria', '/api/v1/variations', { planId: '2022', reason: 'gara deserta', changes: [move] }],
    [
      'an opinion',
      'segretario-generale',
      '/api/v1/variations/2022-1/steps',
      { step: 'parere-segretario', outcome: 'approve' },
    ],
    [
      'the opinion after it',
      'nucleo',
      '/api/v1/variations/2022-1/steps',
      { step: 'parere-nucleo', outcome: 'approve' },
    ],
    ['a report', 'finanziaria', `${FINANZIARIA}/rendicontazione`, { measurements, selfDegree: '90', note: '' }],
    [
      'a computation',
      'personale',
      '/api/v1/premium-runs',
      { planId: '2022', runId: 'aree-2022', scope: { kind: 'areas' }, fund: '600.00' },
    ],
    ['the close of a plan', 'segretario-generale', '/api/v1/plans/2022/closure', { act }],
  ];

  it.each(told)('given %s, then each who may not is told exactly who could', async (_, person, path, body) => {
    const { could, told: others } = await asked(path, body);
    expect(others.map(({ whoCould }) => whoCould?.offices)).toEqual(others.map(() => could));
    expect(others.map(({ whoCould }) => whoCould?.people.map(({ office }) => office).toSorted())).toEqual(
      others.map(() => could),
    );
    expect(new Set(others.map(({ whoCould }) => whoCould?.roles.join(' '))).size).toBeLessThanOrEqual(1);
    if (could.length > 0) await does(person, path, body);
  });

  it('given a step that is reassigned to whom it may be, or may not, then each is told the same of who could', async () => {
    const path = '/api/v1/approvals/objective~2022-1.1.1~rendicontazione~1.1.1-finanziaria/reassignment';
    const to = (user: Person, office: string) => ({
      step: 'verifica',
      reason: 'assenza',
      to: { account: idOf(user), office },
    });
    const may = await asked(path, to('segretario-generale', 'segretario-generale'));
    expect(may.could).toEqual(['segretario-generale']);
    expect(may.told.map(({ whoCould }) => whoCould?.offices)).toEqual(may.told.map(() => may.could));
    const mayNot = await asked(path, to('revisore', 'revisore'));
    expect(mayNot.told).toHaveLength(everybody.length);
    const said = mayNot.told.map(({ whoCould }) => JSON.stringify([whoCould?.roles, whoCould?.offices]));
    expect([...new Set(said)]).toEqual([JSON.stringify([[], []])]);
  });

  it('given an evaluation, then who could is told to whoever sees them all, and to nobody else', async () => {
    await does('segretario-generale', '/api/v1/evaluations', opening);
    const withdrawing = [`${evaluation}/withdrawal`, { reason: 'nominato per errore' }] as const;
    const { could, told: others } = await asked(...withdrawing);
    expect(could.length).toBeGreaterThan(0);
    const seen = others.filter(({ whoCould }) => whoCould !== undefined);
    for (const { whoCould } of seen) expect(whoCould?.offices).toEqual(could);
    const may = ['segretario-generale', 'nucleo', 'personale'];
    expect(seen.map(({ person }) => person).filter((person) => !may.includes(person))).toEqual([]);
    expect(others.map(({ person }) => person)).toEqual(
      expect.arrayContaining(['polizia-locale', 'giunta', 'revisore']),
    );
  });

  it('given a delegate who acts as their own office, then only offices are named as which they would be let through', async () => {
    await givenAcknowledged(api, POLIZIA, 'polizia-locale');
    const today = '2022-05-20';
    for (const person of ['polizia-locale', 'personale']) {
      const mandate = { kind: 'delega', office: 'segretario-generale', person, from: today, until: today };
      await does('segretario-generale', '/api/v1/organisation/delegations', mandate);
    }
    const rest = { reason: 'sede inagibile', until: today };
    const suspended = async (person: Person) => (await api.as(person)).post(`${POLIZIA}/suspension?dryRun=true`, rest);
    expect(await suspended('personale')).toMatchObject({
      status: 403,
      body: { facts: { actAs: 'segretario-generale' } },
    });
    const own = await suspended('polizia-locale');
    expect(own.status).toBe(403);
    expect((own.body as { facts: object }).facts).not.toHaveProperty('actAs');
    expect((own.body as { detail: string }).detail).not.toMatch(/delega/);
  });
});
