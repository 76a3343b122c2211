import type { Command } from 'commander';
import { VerifyFailure } from '../verify-failure.js';

interface Wanted {
  readonly url: string;
  readonly body: string;
  readonly json?: true;
}

/** `traguardo verify`: recomputes the hash chain of every stream; exit code 2 where one does not hold, 1 where none could be read. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'prove that the log is as it was written: recompute every hash chain; exit code 2: one does not hold, 1: not verified',
    )
    .option('--url <address>', 'the event log', process.env['EVENTSTORE_URL'] || localNode())
    .option('--body <name>', 'whose streams', process.env['TRAGUARDO_BODY'] ?? 'demo')
    .option('--json', 'print one JSON document')
    .action((wanted: Wanted) => verify(wanted));
}

function localNode(): string {
  return `esdb://127.0.0.1:${process.env['EVENT_NODE_PORT'] || 2113}?tls=false`;
}

async function verify({ url, body, json }: Wanted): Promise<void> {
  const [{ verifyLog }, { StoreUnavailable }, { showProgress }] = await Promise.all([
    import('#audit'),
    import('#event-store'),
    import('../simulation/progress.js'),
  ]);
  const store = await opened(url);
  try {
    let progress: ReturnType<typeof showProgress> | undefined;
    const found = await verifyLog(store, body, (done, total) => {
      progress ??= showProgress('Streams', total, process.stderr);
      progress.show(done, '');
    }).finally(() => progress?.end());
    if (found.streams === 0) throw new VerifyFailure('verify/nothing-to-verify', { url: shown(url), body });
    if (json === true) console.log(JSON.stringify(found, null, 2));
    else {
      for (const { stream, revision, code } of found.problems) console.log(`${stream}, event ${revision}: ${code}`);
      const verdict = found.problems.length === 0 ? 'every chain holds' : `${found.problems.length} chains do not hold`;
      console.log(`${body} at ${url}: ${found.streams} streams, ${found.events} events, ${verdict}`);
    }
    if (found.problems.length > 0) process.exitCode = 2;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new VerifyFailure('verify/not-reachable', { url: shown(url), body }, { cause: error });
  } finally {
    await store.close();
  }
}

async function opened(url: string) {
  const { eventStoreDb } = await import('#event-store');
  try {
    return eventStoreDb(url);
  } catch (cause) {
    throw new VerifyFailure('verify/no-address', { url: shown(url), body: '' }, { cause });
  }
}

/** Without the credentials that it may have. */
function shown(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
