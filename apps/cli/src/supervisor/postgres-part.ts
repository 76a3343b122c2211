import { PostgresFailure, startPostgres, type RunningPostgres } from '#postgres';
import type { Part } from './keep-running.js';
import type { LogFile } from './log-file.js';
import { portTaken } from './ports.js';
import { diskFull, noPermission, StartFailure } from './start-failure.js';

export interface PostgresSettings {
  readonly data: string;
  readonly port: number;
  readonly durable: boolean;
  readonly log: LogFile;
  /** Receives the address at the first start; it stays the same afterwards. */
  onUrl(url: string): void;
}

/** The embedded PostgreSQL as a part. */
export function postgresPart(settings: PostgresSettings): Part {
  const { data, port, durable, log } = settings;
  return {
    name: 'postgres',
    launch: async (abort, onSpawn) => {
      let server: RunningPostgres;
      try {
        server = await startPostgres({ data, port, durable, onLog: (line) => log.write(`${line}\n`) });
      } catch (error) {
        throw asStartFailure(error, settings);
      }
      try {
        abort.throwIfAborted();
        onSpawn(server.pid);
      } catch (error) {
        await server.stop();
        throw error;
      }
      settings.onUrl(server.url);
      const ended = server.ended.then(() => 'its server process ended');
      return { pid: server.pid, ended, stop: () => void server.stop() };
    },
  };
}

function asStartFailure(error: unknown, { data, port, log }: PostgresSettings): unknown {
  if (!(error instanceof PostgresFailure)) return error;
  switch (error.code) {
    case 'postgres/port-taken':
      return portTaken('PostgreSQL', 'POSTGRES_PORT', port);
    case 'postgres/disk-full':
      return new StartFailure('stack/disk-full', diskFull(data), { cause: error });
    case 'postgres/no-permission':
      return new StartFailure('stack/no-permission', noPermission(data), { cause: error });
    default:
      return new StartFailure('stack/part-not-ready', `${error.message} (log: ${log.path})`, { cause: error });
  }
}
