import { ProblemDetails } from '#contract';
import { startTestApi, type TestApi } from '../support/api.js';
import { givenAcknowledged, givenInForce, POLIZIA } from '../support/story.js';

describe('what a refusal says', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const refusal = async (language?: string) => {
    const segretario = await api.as('segretario-generale');
    const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
    return segretario.command(
      '/api/v1/plans/1999/approval',
      { act: { kind: 'DGC', number: '1', date: null } },
      headers,
    );
  };

  it('given no language, then it speaks Italian, names the thing and says what to do', async () => {
    const answer = await refusal();
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('content-language')).toBe('it');
    expect(answer.body).toMatchObject({
      type: 'urn:traguardo:problem:plan/not-drafted',
      title: 'Piano sconosciuto',
      status: 404,
      detail: 'Non c’è nessun piano 1999: importarlo prima dal documento pubblicato.',
      code: 'plan/not-drafted',
      facts: { plan: '1999' },
    });
    expect(ProblemDetails.safeParse(answer.body).success).toBe(true);
  });

  it('given English, then the same code comes with English words', async () => {
    expect((await refusal('en-GB,en;q=0.9')).body).toMatchObject({
      code: 'plan/not-drafted',
      title: 'Unknown plan',
      detail: 'There is no plan 1999: import it first from the published document.',
    });
  });

  it('given an office, then the sentence has its name and the facts its id', async () => {
    await givenInForce(api);
    await givenAcknowledged(api, POLIZIA, 'polizia-locale');
    const answer = await (await api.as('finanziaria')).command(`${POLIZIA}/acknowledgement`);
    expect(answer.body).toMatchObject({
      code: 'objective/not-your-share',
      detail: expect.stringContaining('un altro ufficio (Polizia locale)'),
      facts: { office: 'polizia-locale' },
    });
  });

  it('given a correlation id, then the answer carries it; given none, then it makes one', async () => {
    const id = '0b5c9a4e-3f0e-4f5e-9c1d-2f3a4b5c6d7e';
    const answer = await api.anyone.get('/api/v1/me', { 'x-correlation-id': id });
    expect(answer.headers.get('x-correlation-id')).toBe(id);
    expect(answer.body).toMatchObject({ correlationId: id });
    expect((await api.anyone.get('/api/v1/me')).headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('given a body of the wrong form, then every fault is told with its place', async () => {
    const account = { user: 'Anna Rossi', password: '', roles: [], ufficio: 'x' };
    const answer = await api.operator.post('/api/v1/accounts', account);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
    const places = (answer.body as { errors: { path: string }[] }).errors.map(({ path }) => path);
    expect(new Set(places)).toEqual(new Set(['body.user', 'body.password', 'body.office', 'body.roles', 'body']));
  });

  it('given text that is no JSON, then it is 400 and quotes nothing of it', async () => {
    const answer = await api.anyone.post('/api/v1/sessions', '{"password":"segreta"');
    expect(answer).toMatchObject({ status: 400, body: { code: 'request/malformed' } });
    expect(JSON.stringify(answer.body)).not.toContain('segreta');
  });

  it('given a body over a megabyte, then it is 413; a plan may have five', async () => {
    const big = 'x'.repeat(1_100_000);
    const tooBig = await api.anyone.post('/api/v1/sessions', { user: 'x', password: big });
    expect(tooBig).toMatchObject({ status: 413, body: { code: 'request/too-large' } });
    const plan = await api.operator.command('/api/v1/plans?dryRun=true', { text: big });
    expect(plan.status).not.toBe(413);
  });

  it('given an address where nothing is, then it is 404', async () => {
    expect(await api.anyone.get('/api/v1/nulla')).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
  });

  it('given another content type, then it is 415', async () => {
    const answer = await api.anyone.post('/api/v1/sessions', 'user=x', { 'content-type': 'text/plain' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'request/unsupported-media-type' } });
  });
});
