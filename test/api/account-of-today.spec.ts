import type { TestApi } from '../support/api.js';
import { clientOf } from '../support/client.js';
import { standard, startWithOtherOffices } from '../support/other-offices.js';
import { PASSWORD } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, refused, SEGRETARIO } from '../support/story.js';

const report = { measurements: [], selfDegree: '100', note: 'fatto', evidence: [] };

/** Without evaluations, where the Giunta says which office has a share. */
const { evaluations: _, ...rest } = standard;
const { evaluation: _chain, ...chains } = standard.chains;
const transitions = standard.objective.transitions.map((one) =>
  one.verb === 'assign' ? { ...one, who: [...one.who, { office: 'giunta' }] } : one,
);
const body = { ...rest, chains, objective: { ...standard.objective, transitions } };

describe('an account that is made while the simulated clock runs', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startWithOtherOffices(body, '2022-05-20T08:00:00.000Z');
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    await api.as('vicesegretario');
    const giunta = await api.as('giunta');
    const toVice = { office: 'vicesegretario', knowingly: true };
    accepted(await giunta.command(`${SEGRETARIO}/assignment`, toVice));
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-09-01T08:00:00.000Z' }));
    accepted(await giunta.command(`${SEGRETARIO}/assignment`, { office: 'finanziaria', knowingly: true }));
    accepted(await (await api.as('finanziaria')).command(`${SEGRETARIO}/acknowledgement`));
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-10-03T08:00:00.000Z' }));
  });
  afterAll(() => api.close());

  it('given an office that had the share before, then it gets none of those days, and judges the share at once', async () => {
    const finanziaria = await api.as('finanziaria');
    expect(refused(await finanziaria.post(`${SEGRETARIO}/rendicontazione?dryRun=true`, report))).toBe(
      '409 approval/no-substitute',
    );

    const another = { user: 'vice2', password: PASSWORD, office: 'vicesegretario', roles: ['vicesegretario'] };
    accepted(await api.operator.post('/api/v1/accounts', another));

    const { position } = accepted(await finanziaria.command(`${SEGRETARIO}/rendicontazione`, report));
    const { shares } = accepted(await finanziaria.get(`/api/v1/objectives/2022-1.1.2?minPosition=${String(position)}`));
    const persons = (shares as readonly { readonly moves: { readonly persons: readonly object[] } }[])[0]?.moves
      .persons;
    const vices = persons?.filter((one) => 'office' in one && one.office === 'vicesegretario');
    expect(vices).toMatchObject([{ from: '2022-05-20', to: '2022-08-31' }]);
  });
});

describe('an account that is given another office', () => {
  let api: TestApi;
  const at = (now: string) => api.operator.command('/api/v1/clock', { now });

  beforeAll(async () => {
    api = await startWithOtherOffices(body, '2022-05-20T08:00:00.000Z');
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
  });
  afterAll(() => api.close());

  it('given a share that was theirs, then its days stay theirs, and they judge it in no new office', async () => {
    accepted(await at('2022-09-01T08:00:00.000Z'));
    const another = { user: 'fi-due', password: PASSWORD, office: 'finanziaria', roles: ['responsabile'] };
    accepted(await api.operator.post('/api/v1/accounts', another));
    await api.as('nucleo');
    const { accounts } = accepted(await api.operator.get('/api/v1/accounts'));
    const { id } = (accounts as readonly { readonly id: string; readonly user: string }[]).find(
      ({ user }) => user === 'finanziaria',
    )!;
    accepted(
      await api.operator.post(`/api/v1/accounts/${id}`, {
        name: null,
        email: null,
        office: 'nucleo',
        roles: ['nucleo'],
      }),
    );

    const session = accepted(await api.anyone.post('/api/v1/sessions', { user: 'fi-due', password: PASSWORD }));
    const due = clientOf(() => api.url, String(session['token']));
    const report = { measurements: [{ indicatorId: '1.1.1-i1', value: '85%' }], selfDegree: '90', note: '' };
    accepted(await due.command(`${FINANZIARIA}/rendicontazione`, report));
    const segretario = await api.as('segretario-generale');
    accepted(await segretario.command(`${FINANZIARIA}/rendicontazione/approval`, { step: 'verifica' }));
    const theirs = await (
      await api.as('finanziaria')
    ).command(`${FINANZIARIA}/rendicontazione/approval`, {
      step: 'certificazione',
    });
    expect(refused(theirs)).toBe('403 approval/own-report');

    const { shares } = accepted(await due.get('/api/v1/objectives/2022-1.1.1'));
    const [{ moves }] = shares as readonly [{ readonly moves: { readonly persons: readonly object[] } }];
    expect(moves.persons).toMatchObject([{ person: id, from: '2022-05-20', to: '2022-08-31' }, { from: '2022-09-01' }]);
  });
});
