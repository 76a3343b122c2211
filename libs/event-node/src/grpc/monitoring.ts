import monitoring from '@eventstore/db-client/generated/monitoring_pb.js';
import type { StatsReq, StatsResp } from '@eventstore/db-client/generated/monitoring_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Figure } from '../statistics.js';
import type { Node } from './node.js';
import { stopping } from './status.js';

const SHORTEST_PERIOD_MS = 100;
const LONGEST_PERIOD_MS = 3_600_000;

/** Monitoring.Stats: the node's figures, now and every so often, until the caller has enough. */
export function stats(node: Node) {
  return (call: ServerWritableStream<StatsReq, StatsResp>): void => {
    try {
      node.access.requireAccount(node.access.callerOf(call));
    } catch (error) {
      call.emit('error', error);
      return;
    }
    const withTitles = call.request.getUseMetadata();
    const wanted = Number(call.request.getRefreshTimePeriodInMs());
    let ready = true;
    const tell = (): void => {
      if (ready) ready = call.write(answer(node.figures(), withTitles)); // a slow reader gets fewer, not a queue of them
    };
    const timer = setInterval(tell, Math.min(Math.max(wanted, SHORTEST_PERIOD_MS), LONGEST_PERIOD_MS));
    const stop = (): void => void call.emit('error', stopping());
    const over = (): void => {
      clearInterval(timer);
      node.stopping.removeEventListener('abort', stop);
    };
    node.stopping.addEventListener('abort', stop);
    call.on('drain', () => (ready = true));
    for (const end of ['cancelled', 'close', 'error']) call.on(end, over);
    tell();
  };
}

/** With titles, each figure is a small JSON object instead of the bare number. */
function answer(figures: readonly Figure[], withTitles: boolean): StatsResp {
  const response = new monitoring.StatsResp();
  const map = response.getStatsMap();
  for (const { key, value, title } of figures) map.set(key, withTitles ? JSON.stringify({ value, title }) : value);
  return response;
}
