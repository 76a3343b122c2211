import type { Logger } from './open-logger.js';

/** What nobody caught ends the process, as Node would have it, but in the log's own words: Node prints every value. */
export function endOnFault(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'a fault that nobody caught');
    process.exit(1);
  });
}
