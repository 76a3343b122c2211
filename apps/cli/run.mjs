// `npm run traguardo -- <command>`. Needs no package; standard output belongs to the command.
import { requireNode } from './node-version.mjs';

requireNode(process.versions.node);
const { inProcess, prepareOrLeave } = await import('./enter.mjs');
await prepareOrLeave(process.stderr);
await inProcess(process.argv.slice(2));
