import { startTestApi, newKey, type TestApi } from '../support/api.js';
import { accepted, FINANZIARIA, givenInForce, refused } from '../support/story.js';

const offices = [
  { id: 'finanziaria', name: 'Area finanziaria', kind: 'area' },
  { id: 'protocollo', name: 'Ufficio protocollo', kind: 'office' },
];

describe('the register of a body', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const body = async () => accepted(await api.operator.get('/api/v1/body'));
  const next = async () => ((await body())['setup'] as { next: unknown }).next;

  it('given a new body, then nothing is known but its id', async () => {
    expect(await body()).toEqual({
      id: 'prova',
      name: 'prova',
      patronDay: null,
      offices: [],
      overseeing: [],
      called: expect.objectContaining({ finanziaria: 'Area Finanziaria' }),
      demonstration: false,
      clock: 'system',
      setup: { complete: false, next: 'body' },
      revision: -1,
    });
  });

  it('given the steps of the setup, when each is done, then the next one is told, to the end', async () => {
    const { operator } = api;
    expect(refused(await operator.command('/api/v1/body/setup-completion', {}))).toBe('409 body/setup-incomplete');
    accepted(await operator.command('/api/v1/body/name', { name: ' Comune di Prova ' }));
    expect(accepted(await api.anyone.get('/api/v1/welcome'))).toMatchObject({
      body: { id: 'prova', name: 'Comune di Prova' },
    });
    expect(await next()).toBe('calendar');
    accepted(await operator.command('/api/v1/body/patron-day', { patronDay: '06-24' }));
    expect(await next()).toBe('offices');
    accepted(await operator.command('/api/v1/body/offices', { offices }));
    expect(await next()).toBe('people');
    await api.as('amministratrice');
    await api.as('segretario-generale');
    expect(await next()).toBe('plan');
    await givenInForce(api);
    const { position } = accepted(await operator.command('/api/v1/body/setup-completion', {}));
    const query = `/api/v1/body?minPosition=${String(position)}`;
    expect(accepted(await operator.get(query))).toMatchObject({
      name: 'Comune di Prova',
      patronDay: '06-24',
      setup: { complete: true, next: null },
      revision: 3,
    });
  });

  it('given plans and accounts, then their offices are known too', async () => {
    const known = (await body())['offices'] as { id: string; name: string }[];
    expect(known.slice(0, 2)).toEqual(offices);
    const ids = known.map(({ id }) => id);
    expect(ids).toContain('polizia-locale');
    for (const administering of ['amministratore', 'operatore']) expect(ids).not.toContain(administering);
  });

  it('given a revision that was overtaken, or a key sent twice, then the register stands', async () => {
    const { operator } = api;
    const key = newKey();
    const rename = (name: string, headers: Record<string, string>) =>
      operator.command('/api/v1/body/name', { name }, headers);
    expect(refused(await rename('Altro', { 'if-match': '"0"' }))).toBe('412 command/stale-revision');
    const first = accepted(await rename('Comune di Prova Alta', { 'if-match': '"3"', 'idempotency-key': key }));
    expect(accepted(await rename('Comune di Prova Alta', { 'if-match': '"3"', 'idempotency-key': key }))).toEqual(
      first,
    );
    expect(refused(await rename('Un altro', { 'idempotency-key': key }))).toBe('422 command/key-reused');
  });

  it('given what makes no sense, then it is refused with a sentence', async () => {
    const { operator } = api;
    const twice = [...offices, ...offices];
    expect(refused(await operator.command('/api/v1/body/offices', { offices: twice }))).toBe('422 value/not-unique');
    expect(refused(await operator.command('/api/v1/body/patron-day', { patronDay: '02-30' }))).toBe(
      '422 value/not-a-date',
    );
  });

  it('given the audit trail, then it tells who registered what', async () => {
    const { position } = accepted(await api.operator.command('/api/v1/body/patron-day', { patronDay: null }));
    const trail = accepted(
      await api.operator.get(`/api/v1/audit-trail?type=body.patron-day-set.v1&minPosition=${String(position)}`),
    );
    expect(trail['events']).toMatchObject([{ data: { patronDay: null } }, { data: { patronDay: '06-24' } }]);
  });

  it('given a share, when it is assigned, then only to an office that somebody knows', async () => {
    const segretario = await api.as('segretario-generale');
    const assign = (office: string) => segretario.command(`${FINANZIARIA}/assignment`, { office });
    const answer = await assign('finanziara');
    expect(refused(answer)).toBe('422 objective/unknown-office');
    expect(JSON.stringify(answer.body)).toContain('finanziara');
    for (const known of ['protocollo', 'polizia-locale', 'amministratore']) accepted(await assign(known));
  });
});
