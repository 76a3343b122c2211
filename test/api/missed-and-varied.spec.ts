import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const SHARE = '1.1.1-finanziaria';
const remove = {
  kind: 'remove-objective',
  objectiveId: '2022-1.1.1',
  cause: 'third-party',
  note: 'gara deserta',
  weight: 'neutralise',
};

describe('a variation of what has missed a deadline', () => {
  let api: TestApi;
  let title = '';
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-07-05T08:00:00.000Z' }));
    ({ title } = accepted(await (await api.as('finanziaria')).get('/api/v1/objectives/2022-1.1.1')) as {
      title: string;
    });
  });
  afterAll(() => api.close());

  const asked = (...changes: readonly object[]) => ({ planId: '2022', reason: 'La gara è andata deserta', changes });
  const adding = (named: string) => ({
    kind: 'add-objective',
    objective: {
      mission: 1,
      strategicObjective: 1,
      number: '7',
      title: named,
      shares: [{ areaId: 'finanziaria', weight: '0' }],
      indicators: [{ text: 'Pratiche concluse, almeno 80%' }],
      dueOn: '2022-11-30',
    },
  });
  const points = { kind: 'move-weight', from: SHARE, to: '1.1.7-finanziaria', points: '1' };

  it('given that its points go to another objective that says the same, then it is refused, in a dry run and for good', async () => {
    const finanziaria = await api.as('finanziaria');
    for (const how of ['?dryRun=true', '']) {
      const answer = await finanziaria.command(`/api/v1/variations${how}`, asked(adding(`${title} .`), points));
      expect(refused(answer)).toBe('409 variation/missed-again');
      expect(answer.body).toMatchObject({ detail: expect.stringContaining('30 giugno') as string });
    }
  });

  it('given that its points go, or that it is removed, then request and page tell what was missed and what hung on it', async () => {
    const finanziaria = await api.as('finanziaria');
    const request = asked(adding('Sportello unico'), points);
    const warned = { code: 'variation/missed-deadlines', facts: { share: SHARE, count: 1, dueOn: '2022-06-30' } };
    const removal = accepted(await finanziaria.command('/api/v1/variations?dryRun=true', asked(remove)));
    expect(removal['warnings']).toMatchObject([{ ...warned, facts: { ...warned.facts, left: '0' } }]);
    const dry = accepted(await finanziaria.command('/api/v1/variations?dryRun=true', request));
    expect(dry['warnings']).toMatchObject([warned]);
    const { warnings, position } = accepted(await finanziaria.command('/api/v1/variations', request));
    expect(warnings).toMatchObject([warned]);
    const [{ facts }] = warnings as readonly [{ facts: { weight: string; left: string } }];
    expect(Number(facts.weight) - Number(facts.left)).toBe(1);

    // whoever decides reads it
    const giunta = await api.as('giunta');
    expect(accepted(await giunta.get(`/api/v1/variations/2022-1?minPosition=${String(position)}`))).toMatchObject({
      missed: [
        {
          objectiveId: '2022-1.1.1',
          shareId: SHARE,
          deadlines: [{ deadlineId: '1.1.1-d1', dueOn: '2022-06-30' }],
          weight: facts.weight,
          left: facts.left,
          says: expect.stringContaining('ha scadenze mancate: 1, l’ultima il 30 giugno 2022') as string,
        },
      ],
    });
  });

  it('given that what says the same came in by a variation before, when points shall go to it by another, then it is refused as in one', async () => {
    const [finanziaria, segretario] = await Promise.all([api.as('finanziaria'), api.as('segretario-generale')]);
    const [nucleo, giunta] = await Promise.all([api.as('nucleo'), api.as('giunta')]);
    accepted(await finanziaria.command('/api/v1/variations/2022-1/withdrawal', { reason: 'altro' }));
    const { objective } = adding(title);
    const twin = { ...objective, number: '8', shares: [{ areaId: 'finanziaria', weight: '5' }] };
    const request = asked({ kind: 'add-objective', objective: twin });
    const requested = accepted(await finanziaria.command('/api/v1/variations', request));
    const { variationId } = requested;
    const facts = { share: SHARE, added: '1.1.8', count: 1, dueOn: '2022-06-30' };
    expect(requested['warnings']).toMatchObject([{ code: 'variation/missed-beside', facts }]);
    const page = await giunta.get(
      `/api/v1/variations/${String(variationId)}?minPosition=${String(requested['position'])}`,
    );
    const says = expect.stringContaining(
      'L’obiettivo 1.1.8, che la variazione aggiunge, dice quanto dice la quota',
    ) as string;
    expect(accepted(page)['missed']).toMatchObject([{ shareId: SHARE, again: '2022-1.1.8', says }]);
    const path = `/api/v1/variations/${String(variationId)}/steps`;
    const said = (step: string, act: object | null = null) => ({ step, outcome: 'approve', act });
    accepted(await segretario.command(path, said('parere-segretario')));
    accepted(await nucleo.command(path, said('parere-nucleo')));
    const act = { kind: 'DGC', number: '60', date: '2022-07-05' };
    const { position } = accepted(await giunta.command(path, said('deliberazione', act)));
    accepted(await finanziaria.get(`/api/v1/variations/${String(variationId)}?minPosition=${String(position)}`));

    const onto = asked({ ...points, to: '1.1.8-finanziaria' });
    const answer = await finanziaria.command('/api/v1/variations', onto);
    expect(refused(answer)).toBe('409 variation/missed-again');
    expect(answer.body).toMatchObject({ facts: { objective: '1.1.1', added: '1.1.8', dueOn: '2022-06-30' } });
  });
});
