import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../apps/cli/src/supervisor/project-root.js';
import { up, type Up } from './up.js';

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'traguardo-refusals-'));
});

afterEach(() => {
  rmSync(data, { recursive: true, force: true });
});

/** What a person sees: progress on the output, and the last line. */
async function refusal(instance: Up): Promise<string> {
  expect(await instance.ended).toBe(1);
  const lines = instance.output().trimEnd().split('\n');
  expect(lines[0]).toMatch(/^Starting Traguardo/);
  return lines.at(-1) ?? '';
}

/** Nothing of the folder runs any more, and the next start finds it free. */
function expectNothingHalfStarted(): void {
  expect(existsSync(join(data, 'demo/instance.json'))).toBe(false);
  const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  expect(stdout.split('\n').filter((line) => line.includes(join(data, 'demo')))).toEqual([]);
}

describe('traguardo up refuses, in one line,', () => {
  it.each([
    ['PORT', 'web and API'],
    ['EVENT_NODE_PORT', 'the event node'],
    ['POSTGRES_PORT', 'PostgreSQL'],
  ])('a port that is taken (%s)', async (variable, part) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);

    const line = await refusal(up({ TRAGUARDO_DATA: data, [variable]: port }));

    for (const word of [port, part, variable]) expect(line).toContain(word);
    expectNothingHalfStarted();
    await new Promise((resolve) => other.close(resolve));
  });

  it('a folder without the right to write', async () => {
    chmodSync(data, 0o500);
    // root may write anywhere but where the kernel itself refuses
    const closed = process.getuid?.() === 0 ? '/sys/traguardo' : data;

    const line = await refusal(up({ TRAGUARDO_DATA: closed }));

    expect(line).toMatch(/may not write in .*TRAGUARDO_DATA/);
    chmodSync(data, 0o700);
  });

  it('a folder that is a file', async () => {
    writeFileSync(join(data, 'demo'), '');

    expect(await refusal(up({ TRAGUARDO_DATA: data }))).toContain('a file is in its place');
  });

  it('a disk without space', async () => {
    const script = `mount -t tmpfs -o size=8m tmpfs "$0" && exec "$@"`;
    // a user namespace lets also an ordinary user mount a disk that is small
    const instance = up(
      { TRAGUARDO_DATA: data },
      [],
      ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script, data],
    );

    expect(await refusal(instance)).toMatch(/^The disk that holds .* is full/);
    expectNothingHalfStarted();
  });

  it.each([
    ['DATABASE_URL', 'postgres://someone:secret@127.0.0.1:1/x', 'PostgreSQL'],
    ['EVENTSTORE_URL', 'esdb://someone:secret@127.0.0.1:1?tls=false', 'EventStoreDB'],
    ['REDIS_URL', 'redis://:secret@127.0.0.1:1', 'Redis'],
  ])('a part elsewhere that does not answer (%s)', async (variable, url, part) => {
    const line = await refusal(up({ TRAGUARDO_DATA: data, [variable]: url }));

    expect(line).toContain(`${part} at 127.0.0.1:1 (${variable}) does not answer: ECONNREFUSED`);
    expect(line).not.toContain('secret');
    expectNothingHalfStarted();
  });

  it('a body whose name cannot be part of a stream name', async () => {
    expect(await refusal(up({ TRAGUARDO_DATA: data }, ['--body', 'Città']))).toContain('"Città"');
  });
});

describe('traguardo', () => {
  it.each([
    ['PORT', 'abc'],
    ['POSTGRES_PORT', '70000'],
    ['TRAGUARDO_CLOCK', 'sundial'],
  ])('refuses a setting that it cannot read (%s=%s), in one line', async (variable, value) => {
    const instance = up({ TRAGUARDO_DATA: data, [variable]: value });

    expect(await instance.ended).toBe(1);
    expect(instance.output()).toMatch(new RegExp(`^${variable} is "${value}".*\n$`));
    expect(existsSync(join(data, 'demo'))).toBe(false);
  });
});

describe('npm start', () => {
  it.each(['start.mjs', 'run.mjs'])('says in one line that Node is too old (%s)', (entry) => {
    const script = `Object.defineProperty(process.versions, 'node', { value: '18.20.8' }); await import('./apps/cli/${entry}');`;
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: PROJECT_ROOT,
      encoding: 'utf8',
    });

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^Traguardo needs Node 20\.19 or newer, and this is 18\.20\.8.*\n$/);
  });
});
