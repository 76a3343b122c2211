import { endOnFault, openLogger } from '#logging';
import { readConfig } from './config.js';
import { runApi } from './run-api.js';

const logger = openLogger('api');
endOnFault(logger);

try {
  const api = await runApi(readConfig(process.env), logger);
  // the port is its own: who answers there from now on is no other program
  process.send?.({ listening: true });
  const leave = () => {
    // a second signal ends it at once
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.removeAllListeners(signal);
    void api.stop().then(
      () => process.exit(0),
      (error: unknown) => fail('The API could not be stopped cleanly', error),
    );
  };
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
  // the supervisor is gone: nothing must outlive it
  process.once('disconnect', leave);
} catch (error) {
  fail('The API could not start', error);
}

function fail(what: string, error: unknown): never {
  logger.fatal({ err: error }, what);
  process.stderr.write(`${what}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
