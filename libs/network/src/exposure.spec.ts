import { addressList, isLoopback } from './addresses.js';
import { readExposure } from './exposure.js';

const code = (env: Record<string, string>): unknown => {
  try {
    readExposure(env);
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('reading where the API listens', () => {
  it('given nothing, then it is this machine alone', () => {
    expect(readExposure({ HOST: '', TLS_CERT: '' })).toEqual({ host: '127.0.0.1', proxies: [], unencrypted: false });
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'municipio.example'])(
    'given HOST=%s and nothing that encrypts, then it is refused',
    (HOST) => {
      expect(code({ HOST })).toBe('network/plain-http');
      expect(code({ HOST, TRAGUARDO_INSECURE_HTTP: 'true' })).toBe('network/plain-http');
    },
  );

  it('given the order to send everything unencrypted, then it says that it does', () => {
    expect(readExposure({ HOST: '0.0.0.0', TRAGUARDO_INSECURE_HTTP: 'yes' })).toMatchObject({ unencrypted: true });
  });

  it('given TLS or a proxy, then it may listen on the network', () => {
    const tls = { TLS_CERT: 'a.pem', TLS_KEY: 'b.pem' };
    expect(readExposure({ HOST: '0.0.0.0', ...tls })).toMatchObject({ tls: { cert: 'a.pem', key: 'b.pem' } });
    const proxy = { TRAGUARDO_PROXY: '10.0.0.2, 10.1.0.0/16', TRAGUARDO_URL: 'https://obiettivi.example/' };
    expect(readExposure({ HOST: '0.0.0.0', ...proxy })).toEqual({
      host: '0.0.0.0',
      proxies: ['10.0.0.2', '10.1.0.0/16'],
      url: 'https://obiettivi.example',
      unencrypted: false,
    });
  });

  it.each([
    [{ TLS_CERT: 'a.pem' }, 'network/tls-incomplete'],
    [{ TLS_KEY: 'a.pem' }, 'network/tls-incomplete'],
    [{ TRAGUARDO_PROXY: '10.0.0.2' }, 'network/url-missing'],
    [{ TRAGUARDO_PROXY: 'all', TRAGUARDO_URL: 'https://x.example' }, 'network/address-list'],
    [{ TRAGUARDO_PROXY: '0.0.0.0/0', TRAGUARDO_URL: 'https://x.example' }, 'network/address-list'],
    [{ TRAGUARDO_PROXY: '10.0.0.2', TRAGUARDO_URL: 'http://x.example' }, 'network/plain-http'],
    [{ TRAGUARDO_PROXY: '10.0.0.0/33', TRAGUARDO_URL: 'https://x.example' }, 'network/address-list'],
    [{ TRAGUARDO_URL: 'obiettivi.example' }, 'network/url-invalid'],
    [{ TRAGUARDO_URL: 'https://obiettivi.example/traguardo' }, 'network/url-invalid'],
    [{ TRAGUARDO_URL: 'javascript:alert(1)' }, 'network/url-invalid'],
  ])('given %j, then it is refused with %s', (env, expected) => {
    expect(code(env as Record<string, string>)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('%s is this machine alone', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', '127.example'])('%s is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  it('are found in their networks, also dressed as IPv6', () => {
    const list = addressList('10.0.0.2,192.168.7.0/24,fd00::/8', 'X');
    expect(['10.0.0.2', '::ffff:192.168.7.9', 'fd12::1'].map((address) => list.has(address))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['10.0.0.3', '192.168.8.1', 'fe80::1', '', 'x'].some((address) => list.has(address))).toBe(false);
  });
});
