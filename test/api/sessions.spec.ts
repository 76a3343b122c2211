import { startTestApi, type TestApi } from '../support/api.js';
import type { HttpAnswer } from '../support/client.js';
import { PASSWORD } from '../support/people.js';
import { accepted, refused } from '../support/story.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0';
const page = { 'x-traguardo': 'web', 'sec-fetch-site': 'same-origin' };

describe('a session held by a cookie', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ trustProxy: ['127.0.0.1'] });
    await api.as('finanziaria');
  });
  afterAll(() => api.close());

  const signIn = (headers: Record<string, string> = page) =>
    api.anyone.post(
      '/api/v1/sessions',
      { user: 'finanziaria', password: PASSWORD, as: 'cookie' },
      { 'user-agent': FIREFOX, ...headers },
    );
  const setCookie = ({ headers }: HttpAnswer) => headers.getSetCookie().join('\n');
  const cookieOf = (answer: HttpAnswer) => ({ cookie: setCookie(answer).split(';')[0] ?? '' });

  it('given a sign-in by a page, then the token is in a cookie that scripts and other sites do not get, and nowhere else', async () => {
    const answer = await signIn();
    expect(accepted(answer)).toMatchObject({ token: null, user: { user: 'finanziaria', name: null } });
    expect(setCookie(answer)).toMatch(/^traguardo=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const me = accepted(await api.anyone.get('/api/v1/me', cookieOf(answer)));
    expect(me).toMatchObject({
      user: { user: 'finanziaria' },
      sessionId: expect.any(String),
      expiresAt: expect.any(String),
    });
  });

  it('given TLS in front, as a trusted proxy says, then the cookie is of this host alone and never sent in the clear', async () => {
    const tls = { 'x-forwarded-proto': 'https' };
    const answer = await signIn({ ...page, ...tls });
    expect(setCookie(answer)).toMatch(/^__Host-traguardo=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await api.anyone.get('/api/v1/me', { ...cookieOf(answer), ...tls })).status).toBe(200);
    expect((await api.anyone.get('/api/v1/me', cookieOf(answer))).status).toBe(401);
  });

  it.each<[string, Record<string, string>, string]>([
    ['our page', page, 'let through'],
    ['our page over plain HTTP, where the browser tells only the origin', { 'x-traguardo': 'web' }, 'let through'],
    ['no header of ours', { 'sec-fetch-site': 'same-origin' }, '403 session/cross-site'],
    ['another site', { ...page, 'sec-fetch-site': 'cross-site' }, '403 session/cross-site'],
    ['a sibling host', { ...page, 'sec-fetch-site': 'same-site' }, '403 session/cross-site'],
    ['another origin', { 'x-traguardo': 'web', origin: 'http://altrove.example' }, '403 session/cross-site'],
    ['an origin that is kept back', { 'x-traguardo': 'web', origin: 'null' }, '403 session/cross-site'],
  ])('given %s, when it sends a command with the cookie, then: %s', async (_, headers, outcome) => {
    const sent = { ...cookieOf(await signIn()), ...headers };
    const answer = await api.anyone.remove('/api/v1/me/sessions/00000000-0000-4000-8000-000000000000', sent);
    expect(refused(answer)).toBe(outcome === 'let through' ? '404 session/not-found' : outcome);
  });

  it('given our own origin over plain HTTP, then it is let through', async () => {
    const sent = { ...cookieOf(await signIn()), 'x-traguardo': 'web', origin: api.url };
    expect((await api.anyone.remove('/api/v1/sessions/current', sent)).status).toBe(204);
  });

  it('given another site, when it signs its visitor in, then it is refused', async () => {
    expect(refused(await signIn({}))).toBe('403 session/cross-site');
  });

  it('given a token in the header, then no proof is asked for', async () => {
    const client = await api.as('polizia-locale');
    expect(refused(await client.remove('/api/v1/me/sessions/00000000-0000-4000-8000-000000000000'))).toBe(
      '404 session/not-found',
    );
  });

  it('given a sign-out, then the session is over and the cookie is taken back', async () => {
    const cookie = cookieOf(await signIn());
    const answer = await api.anyone.remove('/api/v1/sessions/current', { ...cookie, ...page });
    expect(setCookie(answer)).toMatch(/^traguardo=; Max-Age=0; Path=\//);
    expect((await api.anyone.get('/api/v1/me', cookie)).status).toBe(401);
  });

  it('given several sessions, then they are listed with their devices, and each can be ended alone or all at once', async () => {
    const [here, there] = [cookieOf(await signIn()), cookieOf(await signIn())];
    const { sessions } = accepted(await api.anyone.get('/api/v1/me/sessions', here)) as { sessions: Listed[] };
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions.filter(({ device }) => device === 'Firefox, Linux').length).toBeGreaterThanOrEqual(2);
    const { sessionId } = accepted(await api.anyone.get('/api/v1/me', there));
    const ended = await api.anyone.remove(`/api/v1/me/sessions/${String(sessionId)}`, { ...here, ...page });
    expect(ended.status).toBe(204);
    expect((await api.anyone.get('/api/v1/me', there)).status).toBe(401);
    expect((await api.anyone.get('/api/v1/me', here)).status).toBe(200);
    expect((await api.anyone.remove('/api/v1/me/sessions', { ...here, ...page })).status).toBe(204);
    expect((await api.anyone.get('/api/v1/me', here)).status).toBe(401);
  });

  it('given the session of another account, when someone ends it, then there is no such session', async () => {
    const { sessionId } = accepted(await api.anyone.get('/api/v1/me', cookieOf(await signIn())));
    const other = await api.as('polizia-locale');
    expect(refused(await other.remove(`/api/v1/me/sessions/${String(sessionId)}`))).toBe('404 session/not-found');
  });
});

interface Listed {
  readonly device: string | null;
  readonly current: boolean;
}
