import { join, resolve } from 'node:path';
import { doorsOf, THIS_MACHINE } from './doors.js';
import { requireAnswering } from './external-parts.js';
import type { Part, PartName } from './keep-running.js';
import type { LogFile } from './log-file.js';
import { reservePorts, type PortRequest } from './ports.js';
import { postgresPart } from './postgres-part.js';
import { programPart } from './program-part.js';
import { PROJECT_ROOT } from './project-root.js';
import { answering, printed, reported } from './readiness.js';
import type { StackOptions } from './stack-options.js';
import { StartFailure } from './start-failure.js';

/** Which parts a stack has, and how they find each other. */
export interface Assembly {
  /** Where things are kept; they know of nothing else and start together, first. */
  readonly stores: readonly Part[];
  /** What uses the stores. To be asked for once the stores are up. */
  programs(): readonly Part[];
  urls(): StackUrls;
}

export interface StackUrls {
  /** Of the API, for this machine. */
  readonly apiUrl: string;
  /** Of the API, for people. */
  readonly url: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
}

/** @throws StartFailure `stack/port-taken`, `stack/host-unknown`, or ExposureRefused, before anything has started */
export async function assemble(
  options: StackOptions,
  folder: string,
  openLog: (name: PartName) => LogFile,
): Promise<Assembly> {
  const { external = {}, ports = {} } = options;
  const doors = doorsOf(options.exposure ?? THIS_MACHINE, ports.api ?? 0, Date.now());
  for (const warning of doors.warnings) options.onProgress?.(warning);
  await requireAnswering(external);
  const wanted: PortRequest[] = [...doors.ports];
  if (external.eventStoreUrl === undefined)
    wanted.push({ part: 'the event node', variable: 'EVENT_NODE_PORT', port: ports.node ?? 0 });
  if (external.databaseUrl === undefined)
    wanted.push({ part: 'PostgreSQL', variable: 'POSTGRES_PORT', port: ports.postgres ?? 0 });
  const reserved = await reservePorts(wanted);
  const doorPorts = reserved.slice(0, doors.ports.length);
  const storePorts = reserved.slice(doors.ports.length);

  const stores: Part[] = [];
  let { eventStoreUrl, databaseUrl } = external;
  if (eventStoreUrl === undefined) {
    const port = storePorts.shift() ?? 0;
    eventStoreUrl = `esdb://127.0.0.1:${port}?tls=false`;
    stores.push(nodePart(options, join(folder, 'events'), port, openLog('node')));
  }
  if (databaseUrl === undefined) {
    const port = storePorts.shift() ?? 0;
    const data = join(folder, 'postgres');
    const onUrl = (url: string) => (databaseUrl = url);
    stores.push(postgresPart({ data, port, durable: options.durable ?? true, log: openLog('postgres'), onUrl }));
  }

  const urls = (): StackUrls => {
    if (eventStoreUrl === undefined || databaseUrl === undefined)
      throw new StartFailure('stack/part-not-ready', 'The stores of the stack have no address yet.');
    return { apiUrl: doors.innerUrl(doorPorts), url: doors.url(doorPorts), eventStoreUrl, databaseUrl };
  };
  const programs = () => {
    const env = { ...environment(options, folder, urls()), ...doors.environment(doorPorts) };
    const isUp = answering(`${urls().apiUrl}/health/ready`);
    return [
      programPart({ name: 'api', script: scriptOf('api', options), args: [], env, log: openLog('api'), isReady: isUp }),
      programPart({
        name: 'worker',
        script: scriptOf('worker', options),
        args: [],
        env,
        log: openLog('worker'),
        isReady: reported(),
      }),
    ];
  };
  return { stores, programs, urls };
}

function nodePart(options: StackOptions, data: string, port: number, log: LogFile): Part {
  const ownProgram = options.programs?.node;
  const args = [...(ownProgram === undefined ? ['node'] : []), '--data', data, '--port', String(port)];
  const isReady = printed(/^event node listening on /m);
  return programPart({
    name: 'node',
    script: ownProgram ?? MAIN,
    args,
    env: withoutServerOptions({ ...process.env, ...options.env }),
    log,
    isReady,
  });
}

/** What somebody has set for a server of their own must not open, move or forget the log of a body. */
function withoutServerOptions(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('EVENTSTORE_')));
}

const MAIN = join(PROJECT_ROOT, 'dist/programs/cli.js');

function scriptOf(name: 'api' | 'worker', { programs }: StackOptions): string {
  return programs?.[name] ?? join(PROJECT_ROOT, `dist/programs/${name}.js`);
}

function environment(options: StackOptions, folder: string, urls: StackUrls): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...options.env,
    TRAGUARDO_BODY: options.body,
    TRAGUARDO_DATA: folder,
    TRAGUARDO_CLOCK: options.clock,
    TRAGUARDO_WORKFLOW: options.workflow === undefined ? undefined : resolve(options.workflow),
    EVENTSTORE_URL: urls.eventStoreUrl,
    DATABASE_URL: urls.databaseUrl,
  };
}
