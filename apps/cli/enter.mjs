import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, ROOT } from './prepare.mjs';

/** Installs and builds if needed; a failure is shown and ends the process. */
export async function prepareOrLeave(out) {
  try {
    return await prepare({ out });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Runs the command line in this very process: signals, terminal and exit code need no passing on. */
export async function inProcess(args) {
  const main = join(ROOT, 'dist/programs/cli.js');
  process.argv = [process.argv[0], main, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(main).href);
}
