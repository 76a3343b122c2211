// `npm run conformance -- --suite CHECKOUT [jest arguments]`: the official client's own test-suite against the event
// node as a process on a port. CHECKOUT is the client's repository at v6.2.1 after `npm install --ignore-scripts`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepare } from '../../../apps/cli/prepare.mjs';
import '../../support/source-loader.mjs';
import { sayUsage } from '../../usage.mjs';

const { selfSigned } = await import('../../support/self-signed.ts');

const ROOT = resolve(import.meta.dirname, '../../..');
sayUsage(`
npm run conformance -- --suite CHECKOUT [jest arguments]
  The official client's own test-suite against the event node, as a process on a port.
  CHECKOUT  the client's repository at v6.2.1, after npm install --ignore-scripts
`);
const [flag, checkout, ...wanted] = process.argv.slice(2);
if (flag !== '--suite' || !checkout) {
  console.error('say where the checkout is: npm run conformance -- --suite PATH [jest arguments]');
  process.exit(2);
}
const suite = resolve(checkout, 'packages/test');
const own = createRequire(join(suite, 'package.json'));
const hook = join(import.meta.dirname, 'resolve.cjs');

await prepare({ build: true });
const scratch = mkdtempSync(join(tmpdir(), 'official-suite-run-'));
const { cert, key } = selfSigned({ names: ['localhost', '127.0.0.1'] });
writeFileSync(join(scratch, 'ca.crt'), cert);
writeFileSync(join(scratch, 'ca.key'), key, { mode: 0o600 });

// the client as published, where the checkout has not been built
const published = join(ROOT, 'node_modules/@eventstore/db-client/dist');
cpSync(published, join(suite, '../db-client/dist'), { recursive: true, force: false });

const config = {
  ...own('./jest.config.js'),
  rootDir: suite,
  globalSetup: undefined, // looks for docker
  moduleNameMapper: {
    '^\\./Cluster$': join(import.meta.dirname, 'cluster.cjs'),
    '@test-utils': '<rootDir>/src/utils',
    '^@eventstore/db-client$': '<rootDir>/../db-client/dist/index',
    '^@eventstore/db-client/(.*)$': '<rootDir>/../db-client/$1',
    '^@eventstore/opentelemetry$': '<rootDir>/../opentelemetry/src/index',
    '^@eventstore/opentelemetry/dist/(.*)$': '<rootDir>/../opentelemetry/src/$1',
  },
  globals: { 'ts-jest': { tsconfig: './tsconfig.json', isolatedModules: true } },
};
writeFileSync(join(scratch, 'jest.config.json'), JSON.stringify(config));
const jest = [
  own.resolve('jest/bin/jest'),
  '--config',
  join(scratch, 'jest.config.json'),
  '--ci',
  '--forceExit',
  ...wanted,
];
const { status } = spawnSync(process.execPath, jest, {
  cwd: suite,
  stdio: 'inherit',
  env: { ...process.env, SUITE_SCRATCH: scratch, NODE_OPTIONS: `--require ${hook}` },
});
// a test that failed half-way has left its node behind
for (const file of readdirSync(scratch).filter((name) => name.endsWith('.pid'))) {
  try {
    process.kill(parseInt(file, 10));
  } catch {
    // it has ended by itself
  }
}
rmSync(scratch, { recursive: true, force: true });
process.exit(status ?? 1);
