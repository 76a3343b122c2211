// `npm test`: installs and builds what the tests need, then runs all of them with small counts.
// `npm run soak`: the tests that count (races, kills) with their full counts, and how far they are.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { prepare } from '../apps/cli/prepare.mjs';
import { forgotten, SOAKS } from './soaks.mjs';
import { sayUsage } from './usage.mjs';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);
sayUsage(
  process.argv.includes('--soak')
    ? `
npm run soak [-- PATTERN …] [jest arguments]
  The specifications that count (races, kills) with their full counts; with a PATTERN those whose path has it.
  Before it begins it says how many minutes each takes.
`
    : `
npm test [-- PATTERN …] [jest arguments]
  All specifications; with a PATTERN those whose path has it: npm test -- libs/domain
  -t NAME runs those whose name has it. All that jest takes: node node_modules/jest/bin/jest.js --help
`,
);
await prepare({ build: true });

const args = process.argv.slice(2);
const soak = args.includes('--soak');
const chosen = args.filter((argument) => argument !== '--soak');
if (soak) tellWhatComes();
const patterns = soak && chosen.length === 0 ? Object.keys(SOAKS) : chosen;
const reporters = soak ? ['default', './test/support/progress.cjs', './test/support/closing-line.cjs'] : [];
const { status, signal } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    'jest.config.js',
    ...patterns,
    // last: what follows one of them would be taken for another
    ...reporters.map((reporter) => `--reporters=${reporter}`),
  ],
  { stdio: 'inherit', env: { ...process.env, ...(soak && { SOAK: '1' }) } },
);
process.exit(signal === null ? (status ?? 1) : 1);

function tellWhatComes() {
  const missing = forgotten(root);
  if (missing.length > 0)
    throw new Error(`Counts otherwise in a soak, and is not in test/soaks.mjs: ${missing.join(', ')}`);
  for (const [spec, minutes] of Object.entries(SOAKS)) console.log(`${String(minutes).padStart(3)} min  ${spec}`);
}
