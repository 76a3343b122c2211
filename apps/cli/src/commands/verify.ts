import type { Command } from 'commander';

interface Wanted {
  readonly url: string;
  readonly body: string;
  readonly json?: true;
}

/** `traguardo verify`: recomputes the hash chain of every stream; exit code 2 where one does not hold. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('prove that the log is as it was written: recompute the hash chain of every stream')
    .option('--url <address>', 'the event log', process.env['EVENTSTORE_URL'] || localNode())
    .option('--body <name>', 'whose streams', process.env['TRAGUARDO_BODY'] ?? 'demo')
    .option('--json', 'print one JSON document')
    .action((wanted: Wanted) => verify(wanted));
}

function localNode(): string {
  return `esdb://127.0.0.1:${process.env['EVENT_NODE_PORT'] || 2113}?tls=false`;
}

async function verify({ url, body, json }: Wanted): Promise<void> {
  const [{ verifyLog }, { eventStoreDb }, { showProgress }] = await Promise.all([
    import('#audit'),
    import('#event-store'),
    import('../simulation/progress.js'),
  ]);
  const store = eventStoreDb(url);
  try {
    let progress: ReturnType<typeof showProgress> | undefined;
    const found = await verifyLog(store, body, (done, total) => {
      progress ??= showProgress('Streams', total, process.stderr);
      progress.show(done, '');
    }).finally(() => progress?.end());
    if (json === true) console.log(JSON.stringify(found, null, 2));
    else {
      for (const { stream, revision, code } of found.problems) console.log(`${stream}, event ${revision}: ${code}`);
      const verdict = found.problems.length === 0 ? 'every chain holds' : `${found.problems.length} chains do not hold`;
      console.log(`${body} at ${url}: ${found.streams} streams, ${found.events} events, ${verdict}`);
    }
    if (found.problems.length > 0) process.exitCode = 2;
  } finally {
    await store.close();
  }
}
