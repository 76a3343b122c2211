import { cpuUsage, memoryUsage, pid, uptime } from 'node:process';
import type { Log } from './log/log.js';

/** One figure, with the words that a person needs for it. */
export interface Figure {
  readonly key: string;
  readonly value: string;
  readonly title: string;
}

/** How the node is right now; keys as EventStoreDB has them, where it has the thing. */
export function figuresOf(log: Log, sizeBytes: number): readonly Figure[] {
  const { rss, heapUsed, external } = memoryUsage();
  const { user, system } = cpuUsage();
  const { appends, events, flushes, waiting } = log.activity();
  const figure = (key: string, value: number | string, title: string): Figure => ({ key, value: String(value), title });
  return [
    figure('proc-id', pid, 'process id'),
    figure('proc-uptimeSeconds', Math.round(uptime()), 'seconds since the process started'),
    figure('proc-mem', rss, 'resident memory, bytes'),
    figure('proc-heapUsed', heapUsed, 'JavaScript heap in use, bytes'),
    figure('proc-externalMem', external, 'memory outside the heap, bytes'),
    figure('proc-cpuSeconds', ((user + system) / 1_000_000).toFixed(3), 'processor time used, seconds'),
    figure('es-log-size', sizeBytes, 'the log on disk, bytes; 0 in memory'),
    figure('es-log-lastPosition', log.storage.lastPosition(), 'position of the last event'),
    figure('es-writer-appends', appends, 'appends since the start'),
    figure('es-writer-events', events, 'events written since the start'),
    figure('es-writer-flushes', flushes, 'flushes since the start; appends that come together share one'),
    figure('es-queue-Writer-length', waiting, 'appends that wait for the next flush'),
    figure('es-subscriptions', log.followers(), 'live subscriptions, projections included'),
  ];
}
