import type { Command } from 'commander';
import { parsePort } from './up-config.js';

interface Wanted {
  readonly data: string;
  readonly port: number;
  readonly host: string;
}

/** `traguardo node`: the event node alone. */
export function addNode(program: Command): void {
  program
    .command('node')
    .description('serve an event log over the protocol of EventStoreDB')
    .requiredOption('--data <folder>', 'where the log is kept')
    .option('--port <number>', '0 takes any free one', (text) => parsePort(text), 2113)
    .option('--host <address>', 'where it listens; anything but loopback is open to whoever reaches it', '127.0.0.1')
    .action((wanted: Wanted) => serve(wanted));
}

async function serve({ data, port, host }: Wanted): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  const { startEventNode } = await import('#event-node'); // no other command loads its libraries
  const node = await startEventNode({ data, port, host });
  console.log(`event node listening on ${host}:${node.port}`);
  await stopped;
  await node.stop();
}
