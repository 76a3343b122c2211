import { randomUUID } from 'node:crypto';
import { usualLifecycle } from '#domain';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { proposalOf } from '../support/proposal.js';
import { outlastingPlan, smallPlan } from '../support/small-plan.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, POLIZIA, refused } from '../support/story.js';

const act = { kind: 'DGC', number: '30', date: '2022-01-10' };

describe('the life of an objective over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2023-03-15T08:00:00.000Z' }));
    await givenInForce(api, undefined, outlastingPlan);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    await givenAcknowledged(api, POLIZIA, 'polizia-locale');
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object) => (await api.as(who)).command(path, body);
  const shares = async (minPosition: unknown) => {
    const answer = await (
      await api.as('segretario-generale')
    ).get(`/api/v1/objectives/2022-1.1.1?minPosition=${String(minPosition)}`);
    const { shares: found } = accepted(answer) as { shares: { shareId: string }[] };
    return found as unknown as Share[];
  };

  it('given work under way, when it is suspended, ratified and resumed, then the share says so, and what is possible', async () => {
    const rest = { reason: 'sede inagibile', until: '2023-04-14' };
    expect(refused(await send('finanziaria', `${FINANZIARIA}/suspension`, rest))).toBe('403 permission/denied');
    const far = await send('segretario-generale', `${FINANZIARIA}/suspension`, { ...rest, until: '2000-01-01' });
    expect(refused(far)).toBe('422 value/out-of-range');
    const urgent = accepted(await send('segretario-generale', `${FINANZIARIA}/suspension`, rest));
    const [resting] = await shares(urgent['position']);
    expect(resting).toMatchObject({ status: 'suspended', moves: { suspension: { urgent: true, act: null } } });
    expect(resting?.possible.map(({ verb }) => verb)).toEqual(['resume', 'remove']);
    expect(refused(await send('finanziaria', `${FINANZIARIA}/progress`, { value: '10', note: 'x' }))).toBe(
      '409 objective/suspended',
    );
    const ratified = (by: object) => send('segretario-generale', `${FINANZIARIA}/suspension/ratification`, { act: by });
    expect(refused(await ratified(act))).toBe('422 objective/before-its-fact');
    const ratifying = { ...act, number: '31', date: '2023-03-15' };
    accepted(await ratified(ratifying));
    const resumed = accepted(await send('giunta', `${FINANZIARIA}/resumption`, { reason: 'agibile' }));
    expect(await shares(resumed['position'])).toMatchObject([
      { status: 'acknowledged', moves: { suspension: null, rests: [{ days: 0, act: ratifying }], unratified: [] } },
      {},
    ]);
  });

  it('given a definition, when something is not foreseen, then the refusal says what is, and who could', async () => {
    const answer = await send('segretario-generale', `${FINANZIARIA}/resumption`, { reason: 'x' });
    expect(refused(answer)).toBe('409 lifecycle/not-allowed');
    expect(answer.body).toMatchObject({
      facts: { state: 'in-progress', verb: 'resume', from: 'suspended' },
      detail: expect.stringContaining('sospendere'),
    });
  });

  it('given a definition that names an office, then it may ask for the transition whatever its role, and nobody else', async () => {
    const [planned] = smallPlan.objectives;
    if (planned === undefined) throw new Error('The plan is empty.');
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'assign' ? { ...one, who: [{ office: 'giunta' }] } : one,
    );
    const commandId = randomUUID();
    const define = {
      type: 'objective.define',
      planId: '2022',
      objective: { ...planned, id: '8.1.1', number: '8' },
      horizon: smallPlan.horizon,
      workflow: { id: 'comune', version: 2, transitions },
      by: { id: 'lettore', office: 'amministratore' },
      at: '2022-01-10T08:00:00.000Z',
    } as const;
    const surroundings = { commandId, correlationId: commandId, causationId: commandId };
    await api.engine.execute('objective', '2022-8.1.1', define, surroundings);
    const assignment = '/api/v1/objectives/2022-8.1.1/shares/1.1.1-finanziaria/assignment';
    const body = { office: 'finanziaria' };
    const me = accepted(await (await api.as('giunta')).get('/api/v1/me')) as { actions: string[]; others: object };
    expect(me.actions).toContain('objective.assign');
    expect(me.others).not.toHaveProperty('objective.assign');
    expect(refused(await send('polizia-locale', assignment, body))).toBe('403 permission/denied');
    expect(refused(await send('segretario-generale', assignment, body))).toBe('403 lifecycle/not-yours');
    const path = '/api/v1/objectives/2022-8.1.1/permissions?action=objective.assign&shareId=1.1.1-finanziaria';
    expect(accepted(await (await api.as('segretario-generale')).get(path))['commands']).toMatchObject([
      { may: false, whoCould: { offices: ['giunta'] } },
    ]);
    accepted(await send('giunta', assignment, body));
  });

  it('given a share that is removed, then it stays in the objective with its act and the opinion', async () => {
    const opinion = {
      favourable: true,
      note: 'condiviso',
      on: '2022-01-09',
      document: { kind: 'verbale', number: '4', date: '2022-01-09' },
    };
    const removal = { cause: 'resources', note: 'fondi revocati', act, opinion, weight: 'neutralise' };
    expect(refused(await send('giunta', `${POLIZIA}/removal`, { ...removal, cause: 'own-choice' }))).toBe(
      '422 objective/cause-under-control',
    );
    const { document: _, ...typed } = opinion;
    for (const none of [null, typed])
      expect(refused(await send('giunta', `${POLIZIA}/removal`, { ...removal, opinion: none }))).toBe(
        '422 objective/opinion-missing',
      );
    const removed = accepted(await send('giunta', `${POLIZIA}/removal`, removal));
    expect(await shares(removed['position'])).toMatchObject([
      { shareId: '1.1.1-finanziaria' },
      { shareId: '1.1.1-polizia-locale', status: 'removed', moves: { removal: { cause: 'resources', opinion } } },
    ]);
  });

  it('given a proposal, when Segretario and Nucleo agree by the chain, then it is validated; nobody judges their own', async () => {
    const at = '/api/v1/objectives/2023-9.1.1/proposal';
    const proposal = proposalOf('9.1.1', 'Sportello unico', 2023);
    expect(refused(await send('finanziaria', at, { ...proposal, deadlines: [] }))).toBe(
      '422 objective/proposal-incomplete',
    );
    expect(refused(await send('polizia-locale', at, proposal))).toBe('403 objective/not-your-share');
    expect(refused(await send('finanziaria', at, { ...proposal, horizon: '2024-12-31' }))).toBe(
      '422 value/out-of-range',
    );
    accepted(await send('finanziaria', at, proposal));
    const waived = { waiver: 'primo anno: nessun confronto' };
    accepted(await send('segretario-generale', `${at}/validation`, { step: 'coerenza', ...waived }));
    const done = accepted(await send('nucleo', `${at}/validation`, { step: 'misurabilita', ...waived }));
    const listed = await (await api.as('nucleo')).get(`/api/v1/proposals?minPosition=${String(done['position'])}`);
    expect(accepted(listed)).toMatchObject({
      proposals: [
        {
          objectiveId: '2023-9.1.1',
          way: 'plan',
          noWay: null,
          status: 'validated',
          office: 'finanziaria',
          awaited: null,
          waiver: waived.waiver,
        },
      ],
    });
  });

  it('given a proposal that came back, when who may hands in what the list tells, then it is proposed again', async () => {
    const at = '/api/v1/objectives/2023-9.1.2/proposal';
    const proposal = proposalOf('9.1.2', 'Sportello tributi', 2023);
    accepted(await send('finanziaria', at, proposal));
    const points = ['Manca il personale'];
    const { position } = accepted(await send('segretario-generale', `${at}/return`, { step: 'coerenza', points }));
    const may = async (user: Parameters<typeof api.as>[0]) => {
      const asked = '/api/v1/objectives/2023-9.1.2/permissions?action=objective.propose';
      const { commands } = accepted(await (await api.as(user)).get(asked)) as {
        commands: { route: string; may: boolean }[];
      };
      return commands.filter(({ route }) => route === 'proposeObjective').map((command) => command.may);
    };
    expect(await may('finanziaria')).toEqual([true]);
    expect(await may('segretario-generale')).toEqual([true]);
    expect(await may('polizia-locale')).toEqual([false]);
    const listed = await (await api.as('finanziaria')).get(`/api/v1/proposals?minPosition=${String(position)}`);
    const { proposals } = accepted(listed) as {
      proposals: { objectiveId: string; points: unknown; proposed: object }[];
    };
    const back = proposals.find(({ objectiveId }) => objectiveId === '2023-9.1.2');
    expect(back?.points).toEqual(points);
    expect(back?.proposed).toMatchObject(proposal);
    accepted(await send('finanziaria', at, { ...back?.proposed, participants: ['Polizia locale'] }));
    expect(await may('finanziaria')).toEqual([false]);
  });
});

interface Share {
  readonly shareId: string;
  readonly status: string;
  readonly moves: object;
  readonly possible: readonly { readonly verb: string }[];
}
