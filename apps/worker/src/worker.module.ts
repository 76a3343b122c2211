import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '#logging';
import type { Config } from './config.js';
import { startWorker, type RunningWorker } from './worker.js';

const WORKER = Symbol('WORKER');

/**
 * The worker as a Nest application: it starts with the context and stops with it.
 *
 * BullMQ is used as it is, not through `@nestjs/bullmq`: that module opens its queues while Nest wires itself, cannot
 * wait for a database that is not there yet nor migrate its schema first, knows PostgreSQL only through a setting for
 * the whole process, and closes in an order of its own. Here a queue is one value that is opened, used and closed.
 */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  static over(config: Config, log: Logger, signal?: AbortSignal): DynamicModule {
    return {
      module: WorkerModule,
      providers: [{ provide: WORKER, useFactory: () => startWorker(config, log, signal) }],
    };
  }

  constructor(@Inject(WORKER) private readonly worker: RunningWorker) {}

  onApplicationShutdown(): Promise<void> {
    return this.worker.stop();
  }
}
