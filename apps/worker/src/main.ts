import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { endOnFault, openLogger } from '#logging';
import { readConfig, type Config } from './config.js';
import { reasonOf } from './keep-trying.js';
import { WorkerModule } from './worker.module.js';

/** A stop that takes longer is cut short: whatever was under way is done again at the next start. */
const STOP_WITHIN_MS = 5000;

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${reasonOf(error).replace(/^Error: /, '')}\n`);
    process.exit(2);
  }
}

const config = configOrExit();
const log = openLogger('worker', { level: config.logLevel });
endOnFault(log);
const stopping = new AbortController();
stopping.signal.addEventListener('abort', () => {
  setTimeout(() => {
    log.error('did not stop in time');
    process.exit(1);
  }, STOP_WITHIN_MS).unref();
});
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, () => stopping.abort());

const app = await NestFactory.createApplicationContext(WorkerModule.over(config, log, stopping.signal), {
  logger: false,
});
if (!stopping.signal.aborted) {
  process.send?.({ ready: true });
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
}
await app.close();
log.info('worker stopped');
process.exit(0);
