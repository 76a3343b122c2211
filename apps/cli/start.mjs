// `npm start`: installs, builds and starts everything. Needs no package.
import { requireNode } from './node-version.mjs';

requireNode(process.versions.node);
const { inProcess, prepareOrLeave } = await import('./enter.mjs');
const { installMs, buildMs } = await prepareOrLeave(process.stdout);
const seconds = (ms) => (ms === 0 ? 'not needed' : `${(ms / 1000).toFixed(1)} s`);
console.log(`Install: ${seconds(installMs)}. Build: ${seconds(buildMs)}.`);
await inProcess(['up', ...process.argv.slice(2)]);
