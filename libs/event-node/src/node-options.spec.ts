import { nodeEnvironment } from './environment.js';
import { nodeOptions } from './node-options.js';

function decided(env: Record<string, string>, flags = {}) {
  return nodeOptions(flags, nodeEnvironment(env).settings);
}

describe('the options of a node', () => {
  it('given a folder alone, then it listens on the standard port, on nothing but what it was told', () => {
    expect(decided({}, { data: 'd' })).toEqual({ options: { data: 'd', port: 2113, passwords: {} }, warnings: [] });
  });

  it('given the variables of the server, then each is an option', () => {
    const env = {
      EVENTSTORE_DB: '/var/lib/log',
      EVENTSTORE_NODE_PORT: '0',
      EVENTSTORE_NODE_IP: '10.0.0.2',
      EVENTSTORE_MAX_APPEND_SIZE: '4194304',
      EVENTSTORE_CERTIFICATE_FILE: 'node.crt',
      EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE: 'node.key',
      EVENTSTORE_TRUSTED_ROOT_CERTIFICATES_PATH: 'ca',
      EVENTSTORE_ALLOW_ANONYMOUS_STREAM_ACCESS: 'True',
      EVENTSTORE_START_STANDARD_PROJECTIONS: 'true',
      EVENTSTORE_RUN_PROJECTIONS: 'All',
      EVENTSTORE_DEFAULT_ADMIN_PASSWORD: 'a',
      EVENTSTORE_DEFAULT_OPS_PASSWORD: 'b',
      EVENTSTORE_URL: 'esdb://elsewhere',
    };
    expect(nodeEnvironment(env).warnings).toEqual([]);
    expect(decided(env).options).toEqual({
      data: '/var/lib/log',
      port: 0,
      host: '10.0.0.2',
      maxAppendSize: 4_194_304,
      certificate: { certificateFile: 'node.crt', privateKeyFile: 'node.key' },
      anonymousStreams: true,
      projections: true,
      passwords: { admin: 'a', ops: 'b' },
    });
  });

  it('given the command line and the environment, then the command line wins', () => {
    const env = { EVENTSTORE_MEM_DB: 'true', EVENTSTORE_DB: '/other', EVENTSTORE_NODE_PORT: '1' };
    expect(decided(env).options).toMatchObject({ inMemory: true, port: 1 });
    expect(decided(env, { data: 'd', port: 2 }).options).toMatchObject({ data: 'd', port: 2 });
    expect(decided(env, { data: 'd' }).options).not.toHaveProperty('inMemory');
  });

  it('given a name that is none of ours, then one sentence says so', () => {
    const { warnings } = nodeEnvironment({ EVENTSTORE_CLUSTER_SIZE: '3', EVENTSTORE_DB: 'd', HOME: '/' });
    expect(warnings).toEqual(['EVENTSTORE_CLUSTER_SIZE is not an option of the event node: it has no effect.']);
  });

  it('given projections that are not to run, then none is started', () => {
    const env = { EVENTSTORE_START_STANDARD_PROJECTIONS: 'true', EVENTSTORE_RUN_PROJECTIONS: 'None' };
    expect(nodeEnvironment(env).settings.projections).toBe(false);
  });

  it('given an order to be insecure, then a certificate has no effect, and this is said', () => {
    const { options, warnings } = decided(
      { EVENTSTORE_INSECURE: 'true', EVENTSTORE_CERTIFICATE_FILE: 'x' },
      { data: 'd' },
    );
    expect(options).toMatchObject({ insecure: true });
    expect(options).not.toHaveProperty('certificate');
    expect(warnings).toHaveLength(1);
  });

  it.each<[Record<string, string>, string]>([
    [{ EVENTSTORE_MAX_APPEND_SIZE: '1MB' }, 'EVENTSTORE_MAX_APPEND_SIZE is "1MB"'],
    [{ EVENTSTORE_MAX_APPEND_SIZE: '0' }, 'EVENTSTORE_MAX_APPEND_SIZE is "0"'],
    [{ EVENTSTORE_MAX_APPEND_SIZE: '17000000' }, 'from 1 to'],
    [{ EVENTSTORE_NODE_PORT: '70000' }, 'EVENTSTORE_NODE_PORT is "70000"'],
    [{ EVENTSTORE_INSECURE: 'perhaps' }, 'EVENTSTORE_INSECURE is "perhaps": give true or false.'],
    [{ EVENTSTORE_RUN_PROJECTIONS: 'some' }, 'give None, System or All.'],
    [{ EVENTSTORE_INSECURE: 'false' }, 'needs a certificate and its key'],
    [{ EVENTSTORE_CERTIFICATE_FILE: 'x' }, 'the private key is missing'],
    [{ EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE: 'x' }, 'the certificate is missing'],
  ])('given %j, then one sentence says what is wrong', (env, words) => {
    expect(() => decided(env, { data: 'd' })).toThrow(words);
  });

  it('given no place for the log, or two, then one sentence asks for one', () => {
    expect(() => decided({})).toThrow('give --data FOLDER, or --memory');
    expect(() => decided({}, { data: 'd', inMemory: true })).toThrow('say one of them');
  });
});
