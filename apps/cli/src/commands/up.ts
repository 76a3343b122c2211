import type { Command } from 'commander';
import { isLoopback, type Exposure } from '#network';
import { DEMONSTRATION, firstRun } from '../supervisor/first-run.js';
import { upConfig } from './up-config.js';

/** `traguardo up`: starts everything for one body and stays up. */
export function addUp(program: Command): void {
  program
    .command('up')
    .description('start everything for one body and stay up until Ctrl-C')
    .option('--body <name>', 'the body; each has a folder of its own in the data folder', DEMONSTRATION)
    .option('--reset', 'throw a demonstration and all that was done in it away, and begin it anew')
    .action(async ({ body, reset }: { body: string; reset?: true }) => {
      if (reset === true) await resetDemonstration(body);
      await up(body);
    });
}

async function resetDemonstration(body: string): Promise<void> {
  const { removeDemonstration } = await import('../supervisor/remove-demonstration.js');
  if (await removeDemonstration(upConfig(process.env, body))) console.log(`The demonstration "${body}" was removed.`);
}

async function up(body: string): Promise<void> {
  const begun = performance.now();
  const show = (line: string) => console.log(line);
  const interrupted = new AbortController();
  // A terminal, npm and a shell may each pass on the same Ctrl-C.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());

  const options = { ...upConfig(process.env, body), abort: interrupted.signal, onProgress: show };
  show(`Starting Traguardo for "${body}"`);
  if (body === DEMONSTRATION && isForOthers(options.exposure))
    show(
      'WARNING: the passwords of the demonstration are public: whoever reaches this address can sign in as anybody.',
    );
  const { startStack } = await import('../supervisor/start-stack.js'); // no other command loads its libraries
  const stack = await startStack(options);
  const leave = () => {
    show('Stopping');
    void stack.stop();
  };
  if (interrupted.signal.aborted) leave();
  else interrupted.signal.addEventListener('abort', leave);

  // An interrupt, or a part that keeps dying, need not wait for the first run, which then fails for want of an API.
  const first = firstRun({ apiUrl: stack.apiUrl, data: stack.folder, body, onProgress: show });
  const over = stack.ended.then(() => 'over' as const);
  try {
    if ((await Promise.race([first, over])) !== 'over')
      show(`Ready in ${((performance.now() - begun) / 1000).toFixed(1)} s: ${stack.url}   (Ctrl-C stops)`);
  } catch (error) {
    await stack.stop();
    if (!interrupted.signal.aborted) throw error;
  }
  first.catch(() => undefined); // told above, unless it came too late to matter
  const failure = await stack.ended;
  if (failure !== undefined) throw failure;
  show('Stopped');
}

function isForOthers(exposure: Exposure | undefined): boolean {
  return exposure !== undefined && (!isLoopback(exposure.host) || exposure.proxies.length > 0);
}
