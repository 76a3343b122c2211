// `npm test`: installs and builds what the tests need, then runs all of them with small counts.
// `npm run soak`: the tests that count (races, kills) with their full counts.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { prepare } from '../apps/cli/prepare.mjs';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);
await prepare({ build: true });

const args = process.argv.slice(2);
const soak = args.includes('--soak');
const chosen = args.filter((argument) => argument !== '--soak');
const patterns = soak && chosen.length === 0 ? ['test/conformance', 'test/recovery'] : chosen;
const { status, signal } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/jest/bin/jest.js'), '--config', 'jest.config.js', ...patterns],
  { stdio: 'inherit', env: { ...process.env, ...(soak && { SOAK: '1' }) } },
);
process.exit(signal === null ? (status ?? 1) : 1);
