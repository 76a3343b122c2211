import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../apps/cli/src/supervisor/project-root.js';

let project: string;

/** A project whose build copies one file, and that needs one package of its own folder to build. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'traguardo-prepare-'));
  for (const file of ['start', 'run', 'enter', 'prepare', 'one-at-a-time', 'node-version'])
    cpSync(join(PROJECT_ROOT, `apps/cli/${file}.mjs`), join(project, `apps/cli/${file}.mjs`));
  write('apps/cli/src/main.js', `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;`);
  write('tool/package.json', `{ "name": "tool", "version": "1.0.0" }`);
  write('apps/cli/build-steps.mjs', `export const BUILD_STEPS = [['build.mjs']];`);
  write('build.mjs', BUILD);
  write('package.json', JSON.stringify({ ...PACKAGE, type: 'module' }));
  lock('1.0.0');
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

const PACKAGE = { name: 'sample', version: '1.0.0', devDependencies: { tool: 'file:tool' } };

const BUILD = `import { cpSync, existsSync } from 'node:fs';
if (!existsSync('node_modules/tool')) throw new Error('development packages are missing');
cpSync('apps/cli/src/main.js', 'dist/programs/cli.js');`;

function write(path: string, text: string): void {
  mkdirSync(join(project, path, '..'), { recursive: true });
  writeFileSync(join(project, path), text);
}

function lock(version: string): void {
  const packages = {
    '': PACKAGE,
    'node_modules/tool': { resolved: 'tool', link: true },
    tool: { version, dev: true },
  };
  write('tool/package.json', JSON.stringify({ name: 'tool', version }));
  write('package-lock.json', JSON.stringify({ name: 'sample', version: '1.0.0', lockfileVersion: 3, packages }));
}

function run(entry: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, `apps/cli/${entry}.mjs`), ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm start and npm run traguardo', () => {
  it('install and build what is missing, and keep standard output for the command', () => {
    const first = run('run', ['verify', '--json']);
    expect(first).toMatchObject({ status: 3, stdout: '["verify","--json"]\n' });
    expect(first.stderr).toMatch(/Installing packages: done in .*\nBuilding …\nBuilding: done in/);

    expect(run('run', ['verify'])).toEqual({ status: 3, stdout: '["verify"]\n', stderr: '' });

    const started = run('start', ['--body', 'prova']);
    expect(started).toMatchObject({ status: 3, stderr: '' });
    expect(started.stdout).toBe('Install: not needed. Build: not needed.\n["up","--body","prova"]\n');
  });

  it('build again when a source changed, install again when the lock did', () => {
    run('run', []);

    write('apps/cli/src/main.js', `console.log('changed');`);
    const rebuilt = run('run', []);
    expect(rebuilt).toMatchObject({ status: 0, stdout: 'changed\n' });
    expect(rebuilt.stderr).not.toContain('Installing');

    lock('1.0.1');
    expect(run('run', []).stderr).toContain('Installing packages: done');

    const later = new Date(Date.now() + 60_000);
    utimesSync(join(project, 'apps/cli/src/main.js'), later, later);
    expect(run('run', []).stderr).toContain('Building: done');
  });

  it('install what a build needs where the environment asks for production', () => {
    const { status } = run('run', [], { NODE_ENV: 'production', npm_config_omit: 'dev' });

    expect(status).toBe(3);
    expect(existsSync(join(project, 'node_modules/tool'))).toBe(true);
  });

  it('show why a build failed, run nothing, and build again the next time', () => {
    write('build.mjs', `console.error('no such thing'); process.exit(1);`);
    const failed = run('run', []);
    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(failed.stderr).toContain('no such thing');

    write('build.mjs', BUILD);
    expect(run('run', []).status).toBe(3);
  });

  it('take packages that somebody installed by hand', () => {
    spawnSync('npm', ['ci'], { cwd: project });

    expect(run('run', []).stderr).not.toContain('Installing');
  });
});
