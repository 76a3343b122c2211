import type { Command } from 'commander';
import { parsePort } from './up-config.js';

/** `traguardo node`: the event node alone. */
export function addNode(program: Command): void {
  program
    .command('node')
    .description('serve an event log over the protocol of EventStoreDB, on the loopback interface')
    .requiredOption('--data <folder>', 'where the log is kept')
    .option('--port <number>', '0 takes any free one', (text) => parsePort(text), 2113)
    .action(({ data, port }: { data: string; port: number }) => serve(data, port));
}

async function serve(data: string, port: number): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  const { startEventNode } = await import('#event-node'); // no other command loads its libraries
  const node = await startEventNode({ data, port });
  console.log(`event node listening on 127.0.0.1:${node.port}`);
  await stopped;
  await node.stop();
}
