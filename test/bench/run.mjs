// `npm run bench` (--help says how): prints the figures of docs/measurements.md. Not a test: the machine decides.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { prepare } from '../../apps/cli/prepare.mjs';
import { requireKnown, sayUsage } from '../usage.mjs';

const root = resolve(import.meta.dirname, '../..');
process.chdir(root);
sayUsage(`
npm run bench [-- start|commands|web|event-node|proof …] [--seconds N] [--events N]
  Prints the figures of docs/measurements.md; with no name all of them, which takes a while.
  --seconds N  how long each load lasts: commands 5, event-node 3 where it is left out
  --events N   by how many events the log of event-node grows: 200000
`);
const args = process.argv.slice(2);
const chosen = args.filter((argument, index) => !argument.startsWith('--') && !args[index - 1]?.startsWith('--'));
requireKnown(chosen, ['start', 'commands', 'web', 'event-node', 'proof']);
await prepare({ build: true });
if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
  const { status } = spawnSync('npm', ['ci', '--silent'], { cwd: import.meta.dirname, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const numberOf = (option, otherwise) => (args.includes(option) ? Number(args[args.indexOf(option) + 1]) : otherwise);
const seconds = numberOf('--seconds', 5);
console.log(
  `${new Date().toISOString()}, Node ${process.version}, Linux ${release()}, ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
);

if (chosen.length === 0 || chosen.includes('start')) {
  const { benchStart } = await import('./start.mjs');
  await benchStart();
}
if (chosen.length === 0 || chosen.includes('commands')) {
  const { benchCommands } = await import('./commands.mjs');
  await benchCommands({ seconds });
}
if (chosen.length === 0 || chosen.includes('web')) {
  const { benchWeb } = await import('./web.mjs');
  await benchWeb();
}
if (chosen.length === 0 || chosen.includes('event-node')) {
  const { benchEventNode } = await import('./event-node.mjs');
  await benchEventNode({ seconds: numberOf('--seconds', 3), events: numberOf('--events', 200_000) });
}
if (chosen.length === 0 || chosen.includes('proof')) {
  const { benchProof } = await import('./proof.mjs');
  await benchProof();
}
