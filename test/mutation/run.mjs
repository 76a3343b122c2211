// `npm run mutation [-- FILES]`: changes each rule of libs/domain in small ways and says which changes no specification notices.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepare } from '../../apps/cli/prepare.mjs';
import { sayUsage } from '../usage.mjs';
import configuration from './stryker.config.js';

const root = resolve(import.meta.dirname, '../..');
process.chdir(root);
sayUsage(`
npm run mutation [-- FILES]
  Changes each rule of libs/domain in small ways and says which changes no specification notices; hours for all of it.
  FILES  paths or patterns, such as libs/domain/src/acts/*.ts: those alone
`);
await prepare({ build: false });
if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
  const { status } = spawnSync('npm', ['ci', '--silent'], { cwd: import.meta.dirname, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const files = process.argv.slice(2);
/** What is no rule is left out also where files are named. */
const leftOut = configuration.mutate.filter((pattern) => pattern.startsWith('!'));
const stryker = join(import.meta.dirname, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const { status } = spawnSync(
  process.execPath,
  [
    stryker,
    'run',
    'test/mutation/stryker.config.js',
    ...(files.length === 0 ? [] : ['--mutate', [...files, ...leftOut].join(',')]),
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
