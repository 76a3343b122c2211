import { routes } from '#contract';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused, SEGRETARIO } from '../support/story.js';

interface Told {
  readonly route: string;
  readonly shareId: string | null;
  readonly may: boolean;
  readonly refusal: { readonly code: string; readonly detail: string; readonly law?: string } | null;
  readonly whoCould: {
    readonly roles: readonly string[];
    readonly offices: readonly string[];
    readonly people: readonly object[];
  } | null;
}

describe('why can’t I?', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    for (const person of ['nucleo', 'vicesegretario', 'giunta', 'polizia-locale', 'personale'] as const) {
      await api.as(person);
    }
  });
  afterAll(() => api.close());

  const asked = async (person: Person, path: string): Promise<readonly Told[]> => {
    const answer = accepted(await (await api.as(person)).get(path));
    return answer['commands'] as readonly Told[];
  };
  const about = async (person: Person, route: string) => {
    const commands = await asked(person, '/api/v1/objectives/2022-1.1.1/permissions?shareId=1.1.1-finanziaria');
    return commands.find((command) => command.route === route);
  };

  it('given the office of the share, then it may report, and what it may not has a rule', async () => {
    expect(await about('finanziaria', 'reportProgress')).toMatchObject({ may: true, refusal: null, whoCould: null });
    expect(await about('finanziaria', 'submitRendicontazione')).toMatchObject({ may: true });
    expect(await about('finanziaria', 'acknowledge')).toMatchObject({
      may: false,
      refusal: { code: 'objective/already-acknowledged', detail: expect.any(String) },
      whoCould: { offices: [] },
    });
    // whose it is the refusal says; before the report nobody could, be it the Nucleo
    for (const person of ['finanziaria', 'nucleo'] as const) {
      expect(await about(person, 'score')).toMatchObject({ may: false, whoCould: { roles: [], offices: [] } });
    }
    expect(await about('finanziaria', 'score')).toMatchObject({
      refusal: { code: 'permission/denied', detail: expect.stringMatching(/nucleo/i) },
    });
  });

  it('given a share that its area has, then who may give it to somebody is told so, though not for themselves', async () => {
    expect(await about('segretario-generale', 'assign')).toMatchObject({ may: true, refusal: null });
    expect(await about('finanziaria', 'assign')).toMatchObject({
      may: false,
      whoCould: { offices: expect.arrayContaining(['segretario-generale']) },
    });
  });

  it('given a missed deadline, then its office may answer it late and justify it, and another that waits for it too', async () => {
    expect(await about('finanziaria', 'fulfilLate')).toMatchObject({ may: true, refusal: null });
    expect(await about('finanziaria', 'justify')).toMatchObject({ may: true, refusal: null });
  });

  it('given another head of area, then the rule and its article are told, and which office could', async () => {
    expect(await about('polizia-locale', 'reportProgress')).toMatchObject({
      may: false,
      refusal: { code: 'objective/not-your-share', law: expect.stringContaining('art. 109') },
      // a head of area as she is: her role alone would not do
      whoCould: { roles: [], offices: ['finanziaria'], people: [{ office: 'finanziaria', onBehalfOf: null }] },
    });
  });

  it('given a report that awaits a step, then who may take it and who could are told by the chain itself', async () => {
    const office = await api.as('finanziaria');
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    accepted(await office.command(`${FINANZIARIA}/rendicontazione`, { measurements, selfDegree: '90', note: '' }));
    expect(await about('segretario-generale', 'approveRendicontazione')).toMatchObject({ may: true });
    expect(await about('giunta', 'approveRendicontazione')).toMatchObject({
      may: false,
      refusal: { code: expect.stringMatching(/^approval\//) },
      whoCould: { offices: ['segretario-generale'] },
    });
  });

  it('given the Segretario’s own report, then he cannot verify it and the substitute could', async () => {
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    const own = await api.as('segretario-generale');
    accepted(await own.command(`${SEGRETARIO}/rendicontazione`, { measurements: [], selfDegree: '90', note: '' }));
    const path = '/api/v1/objectives/2022-1.1.2/permissions?action=objective.approve-rendicontazione';
    expect(await asked('segretario-generale', path)).toContainEqual(
      expect.objectContaining({
        route: 'approveRendicontazione',
        may: false,
        whoCould: expect.objectContaining({ offices: ['vicesegretario'] }),
      }),
    );
  });

  it('given any command of an objective, then it is asked, with a body that only a rule could refuse', async () => {
    const commands = await asked('amministratrice', '/api/v1/objectives/2022-1.1.1/permissions');
    const ofObjectives = Object.entries(routes).filter(
      ([, { kind, path }]) => kind === 'command' && path.includes('/objectives/:objectiveId'),
    );
    expect(new Set(commands.map(({ route }) => route))).toEqual(new Set(ofObjectives.map(([name]) => name)));
    const codes = new Set(commands.flatMap(({ refusal }) => (refusal === null ? [] : [refusal.code.split('/')[0]])));
    expect(codes).not.toContain('request');
    const byGiunta = await asked('giunta', '/api/v1/objectives/2022-1.1.1/permissions?shareId=1.1.1-polizia-locale');
    expect(byGiunta.find(({ route }) => route === 'suspend')).toMatchObject({
      may: false,
      refusal: { code: expect.stringMatching(/^(lifecycle|permission)\//) },
    });
  });

  it('given the whole objective, then every share is told, and the objective; and asking leaves nothing', async () => {
    const before = (await api.engine.load('objective', '2022-1.1.1'))?.revision;
    const commands = await asked('revisore', '/api/v1/objectives/2022-1.1.1/permissions');
    expect(new Set(commands.map(({ shareId }) => shareId))).toEqual(
      new Set(['1.1.1-finanziaria', '1.1.1-polizia-locale', null]),
    );
    expect(commands.every((command) => !command.may)).toBe(true);
    expect((await api.engine.load('objective', '2022-1.1.1'))?.revision).toBe(before);
  });

  it('given what is not there, then it is said', async () => {
    const anyone = await api.as('revisore');
    const path = '/api/v1/objectives';
    expect(refused(await anyone.get(`${path}/1999-1.1.1/permissions`))).toBe('404 objective/not-defined');
    expect(refused(await anyone.get(`${path}/2022-1.1.1/permissions?shareId=x`))).toBe('404 objective/unknown-share');
  });
});
