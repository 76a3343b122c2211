// `npm run screens [-- NAME …]`: takes the pictures of the README again, into docs/screens/.
import { join, resolve } from 'node:path';
import { prepare } from '../../apps/cli/prepare.mjs';

const root = resolve(import.meta.dirname, '../..');
process.chdir(root);
await prepare({ build: true });
await import('../support/source-loader.mjs');
const { takeScreens } = await import('./screens/take.ts');
await takeScreens(join('docs', 'screens'), process.argv.slice(2));
