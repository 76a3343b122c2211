import { startTestApi, type TestApi } from '../support/api.js';

describe('what an answer says to a browser', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ trustProxy: ['127.0.0.1'] });
  }, 60_000);
  afterAll(() => api.close());

  it.each(['/api/v1/me', '/api/docs', '/api/openapi.json', '/health/live', '/nowhere'])(
    'given %s, then nothing of it runs elsewhere, shows in a frame or is guessed, and no program is named',
    async (path) => {
      const { headers } = await api.anyone.get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(headers.has('server')).toBe(false);
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.has('strict-transport-security')).toBe(false);
    },
  );

  it('given TLS in front, then the browser is told to come back with it', async () => {
    const { headers } = await api.anyone.get('/health/live', { 'x-forwarded-proto': 'https' });
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});
