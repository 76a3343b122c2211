import { newKey, startTestApi, type TestApi } from '../support/api.js';
import { proposalOf } from '../support/proposal.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, POLIZIA, refused } from '../support/story.js';

describe('sending commands over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
  });
  afterAll(() => api.close());

  const progress = (value: string) => ({ value, note: 'Avviso pubblicato', occurredOn: '2022-06-01' });

  it('given a command, then the answer tells revision and position, and the ETag the revision', async () => {
    const office = await api.as('finanziaria');
    const answer = await office.command(`${FINANZIARIA}/progress`, progress('10'));
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      revision: expect.any(Number),
      position: expect.stringMatching(/^\d+$/),
      progressId: expect.any(String),
      warnings: [],
    });
    expect(answer.headers.get('etag')).toBe(`"${String(accepted(answer)['revision'])}"`);
  });

  it('given the same key again, also after a restart, then the answer is the same and nothing happens twice', async () => {
    const headers = { 'idempotency-key': newKey() };
    const send = async () => (await api.as('finanziaria')).command(`${FINANZIARIA}/progress`, progress('20'), headers);
    const first = await send();
    const again = await send();
    await api.restart();
    const later = await send();
    for (const answer of [again, later]) {
      expect(answer.status).toBe(first.status);
      expect(answer.body).toEqual(first.body);
      expect(answer.headers.get('etag')).toBe(first.headers.get('etag'));
    }
    const state = (await api.engine.load('objective', '2022-1.1.1'))?.state;
    const share = state?.shares.find(({ shareId }) => shareId === '1.1.1-finanziaria');
    expect(share?.progress.filter(({ value }) => value === '20')).toHaveLength(1);
  });

  it('given the same key with another body, then it is 422', async () => {
    const headers = { 'idempotency-key': newKey() };
    const office = await api.as('finanziaria');
    accepted(await office.command(`${FINANZIARIA}/progress`, progress('30'), headers));
    expect(refused(await office.command(`${FINANZIARIA}/progress`, progress('31'), headers))).toBe(
      '422 command/key-reused',
    );
  });

  it('given no key, or one that is no UUID, then the command is not tried', async () => {
    const office = await api.as('finanziaria');
    const send = (headers: Record<string, string>) => office.post(`${FINANZIARIA}/progress`, progress('32'), headers);
    expect(refused(await send({}))).toBe('400 request/idempotency-key-missing');
    expect(refused(await send({ 'idempotency-key': 'uno' }))).toBe('400 request/idempotency-key-malformed');
  });

  it('given If-Match with the revision, then it stands; with an older one, then it is 412', async () => {
    const office = await api.as('finanziaria');
    const first = await office.command(`${FINANZIARIA}/progress`, progress('40'));
    const etag = first.headers.get('etag') ?? '';
    const second = await office.command(`${FINANZIARIA}/progress`, progress('41'), { 'if-match': etag });
    expect(second.status).toBe(201);
    const stale = await office.command(`${FINANZIARIA}/progress`, progress('42'), { 'if-match': etag });
    expect(refused(stale)).toBe('412 command/stale-revision');
    expect(stale.body).toMatchObject({
      detail: expect.stringMatching(/altro: avanzamento registrato\. Da ultimo ha agito Finanziaria, il \d/) as string,
      facts: { changed: 'objective.progress-reported.v1', lastBy: 'finanziaria' },
    });
    const malformed = await office.command(`${FINANZIARIA}/progress`, progress('43'), { 'if-match': '3' });
    expect(refused(malformed)).toBe('400 request/if-match-malformed');
  });

  it('given another office, when it reports on the share, then it is 403 and says whose share it is', async () => {
    const answer = await (await api.as('polizia-locale')).command(`${FINANZIARIA}/progress`, progress('50'));
    expect(refused(answer)).toBe('403 objective/not-your-share');
    expect(answer.body).toMatchObject({ facts: { share: '1.1.1-finanziaria' } });
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['half of a surrogate pair', 'a\ud800b'],
  ])('given a text with %s, which nothing could keep, then it is 400 and says where', async (_, note) => {
    const office = await api.as('finanziaria');
    const answer = await office.command(`${FINANZIARIA}/progress`, { ...progress('50'), note });
    expect(refused(answer)).toBe('400 request/invalid');
    expect(answer.body).toMatchObject({ errors: [{ path: 'body.note' }] });
    const plan = await api.operator.command('/api/v1/plans', { text: `PIANO 2026 ${note}` });
    expect(refused(plan)).toBe('400 request/invalid');
  });

  it('given a day or a number out of this world, then it is 400', async () => {
    const office = await api.as('finanziaria');
    const early = await office.command(`${FINANZIARIA}/progress`, { ...progress('50'), occurredOn: '1022-12-30' });
    expect(refused(early)).toBe('400 request/invalid');
    expect(refused(await office.command(`${FINANZIARIA}/progress`, progress('1.555')))).toBe('400 request/invalid');
  });

  it('given objectives that are not closed, when their plan is closed, then it is refused and one of them is named', async () => {
    const giunta = await api.as('giunta');
    const act = { kind: 'DGC', number: '9', date: '2023-05-05' };
    const answer = await giunta.command('/api/v1/plans/2022/closure', { act });
    expect(refused(answer)).toBe('409 plan/objectives-open');
    expect(answer.body).toMatchObject({ facts: { first: '2022-1.1.1' } });
  });

  it('given a plan that is closed, when a share is assigned or an objective proposed, then it is refused', async () => {
    const commandId = newKey();
    const act = { kind: 'DGC', number: '9', date: '2023-05-05' };
    const by = { id: 'lettore', office: 'giunta' };
    await api.engine.execute(
      'plan',
      '2022',
      { type: 'plan.close', act, by, at: '2023-05-06T08:00:00.000Z' },
      { commandId, correlationId: commandId, causationId: commandId },
    );
    const segretario = await api.as('segretario-generale');
    expect(refused(await segretario.command(`${POLIZIA}/assignment`, { office: 'polizia-locale' }))).toBe(
      '409 plan/closed',
    );
    const proposal = proposalOf('9.1.1', 'Sportello unico');
    const office = await api.as('finanziaria');
    expect(refused(await office.command('/api/v1/objectives/2022-9.1.1/proposal', proposal))).toBe('409 plan/closed');
  });

  it('given an objective of no plan, when it is acted on, then it is 404', async () => {
    const segretario = await api.as('segretario-generale');
    const nowhere = '/api/v1/objectives/1999-1.1.1/shares/1.1.1-x';
    expect(refused(await segretario.command(`${nowhere}/assignment`, { office: 'x' }))).toBe(
      '404 objective/not-defined',
    );
    expect(refused(await segretario.command(`/api/v1/objectives/1999-1.1.1/closure`))).toBe(
      '404 objective/not-defined',
    );
  });
});
