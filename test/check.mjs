// `npm run check`: everything that can be said of the code without running it. Prints each question and its answer.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { prepare } from '../apps/cli/prepare.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
await prepare({ build: false });

/** @type {readonly { question: string, tool: string, args: readonly string[] }[]} */
const QUESTIONS = [
  { question: 'types', tool: 'tsc', args: ['--noEmit', '-p', '.'] },
  {
    question: 'types of the domain (no Node, no browser)',
    tool: 'tsc',
    args: ['--noEmit', '-p', 'libs/domain/tsconfig.lib.json'],
  },
  { question: 'types of the web page', tool: 'tsc', args: ['--noEmit', '-p', 'apps/web'] },
  { question: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings', 'apps', 'libs', 'test'] },
  { question: 'format', tool: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { question: 'dependencies', tool: 'depcruise', args: ['apps', 'libs', '--config'] },
  { question: 'every rule bites', tool: 'node', args: ['test/architecture/probes.mjs'] },
];

let failed = 0;
for (const { question, tool, args } of QUESTIONS) {
  const began = performance.now();
  const [command, ...rest] = tool === 'node' ? [process.execPath, ...args] : ['npx', '--no-install', tool, ...args];
  const { status, stdout, stderr } = spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${question} (${seconds} s)`);
  if (status === 0) continue;
  failed += 1;
  console.log([stdout, stderr].join('\n').trim());
}
process.exit(failed === 0 ? 0 : 1);
