import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { romeDayOf } from '#domain';
import { newKey, startTestApi, type TestApi } from '../support/api.js';
import { outlastingPlan } from '../support/small-plan.js';
import { accepted, FINANZIARIA, givenInForce, refused } from '../support/story.js';

interface Result {
  readonly index: number;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const TODAY = romeDayOf(new Date().toISOString());
const share = (objectiveId: string, shareId: string) => ({ objectiveId, shareId });
const FIRST = share('2022-1.1.1', '1.1.1-finanziaria');
const SECOND = share('2022-1.1.1', '1.1.1-polizia-locale');
const THIRD = share('2022-1.1.2', '1.1.2-segretario-generale');

describe('many commands at once', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api, undefined, outlastingPlan);
  });
  afterAll(() => api.close());

  const assign = (params: object, office: string) => ({ route: 'assign', params, body: { office } });
  const all = [
    assign(FIRST, 'finanziaria'),
    assign(SECOND, 'ufficio-che-non-c-e'),
    assign(THIRD, 'segretario-generale'),
    { route: 'score', params: THIRD, body: { degree: '90', reason: '' } },
    { route: 'draftPlan', body: { text: 'x' } },
    { route: 'assign', params: { objectiveId: 'x' } },
  ];
  const send = async (items: readonly object[], key: string, query = '') => {
    const segretario = await api.as('segretario-generale');
    return accepted(await segretario.post(`/api/v1/bulk${query}`, { items }, { 'idempotency-key': key }));
  };
  const told = (answer: Record<string, unknown>) =>
    (answer['results'] as readonly Result[]).map(({ status, body }) => [status, body['code'] ?? 'done']);

  it('given it is only asked, then each says what would happen, and nothing does', async () => {
    const answer = await send(all, newKey(), '?dryRun=true');
    expect(told(answer).slice(0, 2)).toEqual([
      [200, 'done'],
      [422, 'objective/unknown-office'],
    ]);
    expect((answer['results'] as readonly Result[])[0]?.body).toMatchObject({
      dryRun: true,
      events: [{ type: 'objective.assigned.v1' }],
    });
    expect((await api.engine.load('objective', '2022-1.1.1'))?.revision).toBe(0);
  });

  it('given items of one subject that are only asked, then each is asked after the ones before it, and told what happens then', async () => {
    const items = [
      { route: 'assign', params: FIRST, body: { office: 'finanziaria' }, ifMatch: 0 },
      { route: 'assign', params: FIRST, body: { office: 'finanziaria' }, ifMatch: 0 },
      { route: 'assign', params: SECOND, body: { office: 'polizia-locale' }, ifMatch: 1 },
      { route: 'suspend', params: FIRST, body: { reason: 'frana', from: TODAY, until: TODAY, act: null } },
      { route: 'suspend', params: FIRST, body: { reason: 'frana', from: TODAY, until: TODAY, act: null } },
      { route: 'suspend', params: THIRD, body: { reason: 'frana', from: TODAY, until: TODAY, act: null } },
    ];
    const key = newKey();
    const asked = await send(items, key, '?dryRun=true');
    expect((await api.engine.load('objective', '2022-1.1.1'))?.revision).toBe(0);
    expect(told(asked)).toEqual([
      [200, 'done'],
      [412, 'command/stale-revision'],
      [200, 'done'],
      [200, 'done'],
      [409, 'lifecycle/not-allowed'],
      [409, 'lifecycle/not-allowed'],
    ]);
    expect(await send(items, key, '?dryRun=true')).toEqual(asked);
    const other = await startTestApi();
    try {
      await givenInForce(other, undefined, outlastingPlan);
      const segretario = await other.as('segretario-generale');
      expect(told(accepted(await segretario.command('/api/v1/bulk', { items })))).toEqual(told(asked));
    } finally {
      await other.close();
    }
  });

  it('given items of which some are refused, then the others are done, each with its own result', async () => {
    const key = newKey();
    const answer = await send(all, key);
    expect(told(answer)).toEqual([
      [200, 'done'],
      [422, 'objective/unknown-office'],
      [200, 'done'],
      [403, 'permission/denied'],
      [422, 'bulk/not-a-command'],
      [400, 'request/invalid'],
    ]);
    expect(answer).toMatchObject({ done: 2, refused: 4 });
    const state = (await api.engine.load('objective', '2022-1.1.1'))?.state;
    expect(state?.shares.map(({ office }) => office)).toEqual(['finanziaria', null]);

    const again = await send(all, key);
    expect(again['results']).toMatchObject((answer['results'] as readonly Result[]).map(({ status }) => ({ status })));
    expect((await api.engine.load('objective', '2022-1.1.1'))?.revision).toBe(1);
  });

  it('given a request that was cut off, when it comes again with its key, then what is left is done', async () => {
    const key = newKey();
    const items = [assign(SECOND, 'polizia-locale'), assign(FIRST, 'polizia-locale')];
    const before = await send(items.slice(0, 1), key);
    const after = await send(items, key);
    expect(told(after)).toEqual([
      [200, 'done'],
      [200, 'done'],
    ]);
    expect((after['results'] as readonly Result[])[0]?.body).toEqual((before['results'] as readonly Result[])[0]?.body);
  });

  it('given no key, nobody, or more items than may be, then nothing is tried', async () => {
    const segretario = await api.as('segretario-generale');
    expect(refused(await segretario.post('/api/v1/bulk', { items: all }))).toBe('400 request/idempotency-key-missing');
    expect(refused(await api.anyone.post('/api/v1/bulk', { items: all }))).toBe('401 session/missing');
    const many = Array.from({ length: 501 }, () => all[0]);
    expect(refused(await segretario.command('/api/v1/bulk', { items: many }))).toBe('400 request/invalid');
  });

  it('given shares with something to answer, when their office is reminded, then one message leaves, and no second one that day', async () => {
    const segretario = await api.as('segretario-generale');
    const { position } = accepted(await segretario.command(`${FINANZIARIA}/assignment`, { office: 'finanziaria' }));
    await segretario.get(`/api/v1/plans?minPosition=${String(position)}`);
    const remind = (office: string, shares: readonly object[]) =>
      segretario.command('/api/v1/reminders', { office, shares });
    expect(refused(await remind('finanziaria', [SECOND]))).toBe('422 reminder/nothing-to-say');
    accepted(await remind('finanziaria', [FIRST, SECOND]));
    const mails = readdirSync(join(api.data, 'mail')).filter((name) => name.endsWith('.eml'));
    expect(mails).toEqual([expect.stringMatching(/^finanziaria_\d{4}-\d\d-\d\d\.eml$/)]);
    expect(refused(await remind('finanziaria', [FIRST]))).toBe('409 reminder/already-sent');
    const head = await api.as('finanziaria');
    expect(refused(await head.command('/api/v1/reminders', { office: 'finanziaria', shares: [FIRST] }))).toBe(
      '403 permission/denied',
    );
  });
});
