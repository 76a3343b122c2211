import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused, SEGRETARIO } from '../support/story.js';

const LENT = { kind: 'sostituzione', from: '2022-05-20', until: '2022-06-20', subjects: null } as const;

describe('what whoever types for another judges no more', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    await api.as('vicesegretario');
    await lent('segretario-generale', 'vicesegretario');
    await lent('finanziaria', 'segretario-generale');
  });
  afterAll(() => api.close());

  const lent = async (office: Person, person: Person) => {
    accepted(await (await api.as(office)).command('/api/v1/organisation/delegations', { ...LENT, office, person }));
  };
  const typing = async (user: Person, office: Person) => {
    const client = await api.as(user);
    const headers = { 'traguardo-office': office };
    return {
      post: (path: string, body: object) => client.post(path, body, headers),
      command: (path: string, body: object) => client.command(path, body, headers),
      get: (path: string) => client.get(path, headers),
    };
  };
  const progress = { value: '10', note: 'avviato' };
  /** Of the chain of reports; that of justifications has its own. */
  const told = (code: string, facts: object): unknown =>
    expect.arrayContaining([expect.objectContaining({ code, facts: expect.objectContaining(facts) as unknown })]);

  it('given the Segretario who types for an area, then the dry run and the answer say what is theirs no more, and whose it is', async () => {
    const segretario = await typing('segretario-generale', 'finanziaria');
    const warnings = told('objective/judges-no-more', { step: 'verifica', offices: 'vicesegretario' });
    expect(accepted(await segretario.post(`${FINANZIARIA}/progress?dryRun=true`, progress))).toMatchObject({
      warnings,
    });
    expect(accepted(await segretario.command(`${FINANZIARIA}/progress`, progress))).toMatchObject({ warnings });
    expect(accepted(await segretario.command(`${FINANZIARIA}/progress`, { ...progress, value: '11' }))).toMatchObject({
      warnings: [],
    });
  });

  it('given whoever stands in for the Segretario, when nobody else could judge their share, then it is refused until they say that they know', async () => {
    const vice = await typing('vicesegretario', 'segretario-generale');
    const facts = { step: 'verifica', office: 'vicesegretario' };
    const answer = await vice.command(`${SEGRETARIO}/progress`, progress);
    expect(refused(answer)).toBe('409 objective/last-judge');
    expect(answer.body).toMatchObject({ facts, law: 'L. 241/1990, art. 6-bis' });
    const path = '/api/v1/objectives/2022-1.1.2/permissions?shareId=1.1.2-segretario-generale';
    const { commands } = accepted(await vice.get(path)) as {
      commands: readonly { route: string; may: boolean; warnings: readonly object[] }[];
    };
    expect(commands.find(({ route }) => route === 'reportProgress')).toMatchObject({
      may: true,
      warnings: told('objective/last-judge', facts),
    });
    const known = { ...progress, knowingly: true };
    expect(accepted(await vice.command(`${SEGRETARIO}/progress`, known))).toMatchObject({
      warnings: told('objective/last-judge', facts),
    });
  });

  it('given who answers for a share, then nothing is told', async () => {
    const head = await api.as('finanziaria');
    expect(accepted(await head.command(`${FINANZIARIA}/progress`, { ...progress, value: '12' }))).toMatchObject({
      warnings: [],
    });
  });
});
