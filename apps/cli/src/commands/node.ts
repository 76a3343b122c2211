import { type Command } from 'commander';
import { addNodeBackup } from './node-backup.js';
import { parsePort } from './up-config.js';

/** As they are spelled on the command line; what is absent may stand in the environment. */
interface Flags {
  readonly data?: string;
  readonly memory?: boolean;
  readonly port?: number;
  readonly host?: string;
  readonly maxAppendSize?: string;
  readonly insecure?: boolean;
  readonly certificate?: string;
  readonly certificateKey?: string;
  readonly projections?: boolean;
}

/** `traguardo node`: the event node alone, a backup of its log, and a log made of one. */
export function addNode(program: Command): void {
  const node = program.command('node');
  node
    .description('serve an event log over the protocol of EventStoreDB (docs/event-node.md)')
    .option('--data <folder>', 'where the log is kept')
    .option('--memory', 'keep nothing')
    .option('--port <number>', '0 takes any free one (default: 2113)', (text) => parsePort(text))
    .option('--host <address>', 'where it listens (default: 127.0.0.1)')
    .option('--max-append-size <bytes>', 'of all events of one append (default: 1048576)')
    .option('--certificate <file>', 'PEM: encrypts, and asks everybody for credentials')
    .option('--certificate-key <file>', 'PEM: its private key, without a passphrase')
    .option('--insecure', 'no encryption and no credentials, even beyond this machine')
    .option('--projections', 'keep the standard index streams: $ce-…, $et-…')
    .addHelpText(
      'after',
      '\nEach is also a variable with the name that the server has for it, such as EVENTSTORE_MAX_APPEND_SIZE. Passwords\n' +
        'of a new log are variables only: EVENTSTORE_DEFAULT_ADMIN_PASSWORD, EVENTSTORE_DEFAULT_OPS_PASSWORD.',
    )
    .action((flags: Flags) => serve(flags));
  addNodeBackup(node);
}

async function serve(flags: Flags): Promise<void> {
  const ordered = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  // no other command loads its libraries
  const { nodeEnvironment, nodeOptions, startEventNode, parseWhole, LARGEST_APPEND } = await import('#event-node');
  const { settings, warnings } = nodeEnvironment(process.env);
  const { data, port, host, insecure, projections } = flags;
  const decided = nodeOptions(
    {
      ...(data !== undefined && { data }),
      ...(port !== undefined && { port }),
      ...(host !== undefined && { host }),
      ...(insecure !== undefined && { insecure }),
      ...(projections !== undefined && { projections }),
      ...(flags.memory !== undefined && { inMemory: flags.memory }),
      ...(flags.certificate !== undefined && { certificateFile: flags.certificate }),
      ...(flags.certificateKey !== undefined && { privateKeyFile: flags.certificateKey }),
      ...(flags.maxAppendSize !== undefined && {
        maxAppendSize: parseWhole(flags.maxAppendSize, '--max-append-size', 1, LARGEST_APPEND),
      }),
    },
    settings,
  );
  for (const warning of [...warnings, ...decided.warnings]) console.error(warning);
  const node = await startEventNode({ ...decided.options, warn: (sentence) => console.error(sentence) });
  console.log(`event node listening on ${node.host}:${node.port}`);
  await Promise.race([ordered, node.stopped]);
  await node.stop();
}
