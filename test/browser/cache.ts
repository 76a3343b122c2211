import { join } from 'node:path';
import { PROJECT_ROOT } from '../../apps/cli/src/supervisor/project-root.js';

/** What is made once and used by many runs; `npm ci` takes it away with everything else. */
export const CACHE = join(PROJECT_ROOT, 'node_modules/.cache/traguardo');
