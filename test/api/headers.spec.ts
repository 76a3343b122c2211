import { connect } from 'node:net';
import { startTestApi, type TestApi } from '../support/api.js';

describe('what an answer says to a browser', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ trustProxy: ['127.0.0.1'] });
  });
  afterAll(() => api.close());

  it.each(['/api/v1/me', '/api/docs', '/api/openapi.json', '/health/live', '/nowhere', '/%zz', '/api/v1/%c3%28'])(
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

  it.each([
    ['what is no HTTP', '\x16\x03\x01\x02\r\n\r\n', '400'],
    ['headers without an end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}`, '431'],
  ])('given %s, then the answer says the same and quotes nothing', async (_, sent, status) => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(sent));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
    expect(answer).not.toContain('xxx');
  });
});
