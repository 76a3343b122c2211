import { connect } from 'node:net';
import { openPool } from '#postgres';
import { StartFailure } from './start-failure.js';

/** Addresses of parts that run elsewhere. */
export interface ExternalParts {
  readonly eventStoreUrl?: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
}

const PATIENCE_MS = 5_000;

interface Known {
  readonly what: string;
  readonly variable: string;
  readonly url: string;
  readonly standardPort: number;
}

/**
 * Finds out, before anything starts, whether the parts that run elsewhere answer.
 *
 * @throws StartFailure `stack/part-unreachable` naming the first that does not
 */
export async function requireAnswering(parts: ExternalParts): Promise<void> {
  const [first] = await notAnswering(parts);
  if (first !== undefined) throw new StartFailure('stack/part-unreachable', first);
}

/** A sentence for each part that runs elsewhere and does not answer. */
export async function notAnswering(parts: ExternalParts): Promise<readonly string[]> {
  const asked = partsIn(parts).map(async (part) => {
    const reason = await unreachable(part);
    return reason === undefined ? [] : [sentence(part, reason)];
  });
  return (await Promise.all(asked)).flat();
}

function partsIn({ eventStoreUrl, databaseUrl, redisUrl }: ExternalParts): readonly Known[] {
  return [
    { what: 'PostgreSQL', variable: 'DATABASE_URL', url: databaseUrl, standardPort: 5432 },
    { what: 'EventStoreDB', variable: 'EVENTSTORE_URL', url: eventStoreUrl, standardPort: 2113 },
    { what: 'Redis', variable: 'REDIS_URL', url: redisUrl, standardPort: 6379 },
  ].flatMap((part) => (part.url === undefined || part.url === '' ? [] : [{ ...part, url: part.url }]));
}

function sentence({ what, variable, url }: Known, reason: string): string {
  return `${what} at ${hostsOf(url) || '(no host)'} (${variable}) does not answer: ${reason}. Start it, correct ${variable}, or leave it away for the embedded one.`;
}

/** @returns why it cannot be used, or undefined */
async function unreachable(part: Known): Promise<string | undefined> {
  const hosts = hostsOf(part.url)
    .split(',')
    .filter((host) => host !== '');
  if (hosts.length === 0) return 'the address names no host';
  let reason: string | undefined;
  // of a cluster one is enough
  for (const host of hosts) {
    reason = await refused(host, part.standardPort);
    if (reason === undefined) break;
  }
  return reason ?? (part.variable === 'DATABASE_URL' ? rejects(part.url) : undefined);
}

/** Host and port, several for a cluster; never user or password. */
function hostsOf(url: string): string {
  return /^[\w+]+:\/\/(?:[^@/]*@)?([^/?]*)/.exec(url)?.[1] ?? '';
}

function refused(host: string, standardPort: number): Promise<string | undefined> {
  const [, name = '', port] = /^\[?([^\]]*?)\]?(?::(\d+))?$/.exec(host) ?? [];
  return new Promise((resolve) => {
    const socket = connect({ host: name, port: Number(port ?? standardPort), timeout: PATIENCE_MS });
    const settle = (reason: string | undefined) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => settle(undefined));
    socket.once('timeout', () => settle(`nothing for ${PATIENCE_MS / 1000} s`));
    socket.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? 'it cannot be reached'));
  });
}

/** Something listens: does it let us in? */
async function rejects(url: string): Promise<string | undefined> {
  const pool = openPool(url, { max: 1 });
  const late = new Promise<string>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, `nothing for ${PATIENCE_MS / 1000} s`).unref();
  });
  const asked = pool.query('select 1').then(
    () => undefined,
    (error: unknown) => `${(error as { code?: string }).code ?? 'refused'}: user, password or database are not right`,
  );
  const outcome = await Promise.race([asked, late]);
  void pool.end();
  return outcome;
}
