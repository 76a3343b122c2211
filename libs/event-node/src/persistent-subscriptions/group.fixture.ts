import type { Sent } from './consumer.js';
import { Consumer } from './consumer.js';
import type { Offered } from './group.js';
import { Group } from './group.js';
import type { Message } from './message.js';
import type { Settings } from './settings.js';

export const SETTINGS: Settings = {
  resolveLinks: false,
  extraStatistics: false,
  messageTimeoutMs: 30_000,
  maxRetryCount: 10,
  checkpointAfterMs: 2000,
  minCheckpointCount: 10,
  maxCheckpointCount: 1000,
  maxSubscriberCount: 0,
  liveBufferSize: 500,
  readBatchSize: 20,
  historyBufferSize: 500,
  strategy: 'RoundRobin',
};

/** A consumer that remembers what it got, as `<place>` or `<place>/<retries>`. */
export interface Taker {
  readonly consumer: Consumer;
  readonly got: string[];
}

export interface GroupAtHand {
  readonly group: Group;
  /** Messages on their way aside, with the reason. */
  readonly parking: { readonly message: Message; readonly reason: string }[];
  /** Places in the order in which they were sent, to whomever. */
  readonly sent: number[];
  readonly offer: (places: readonly number[], pin?: (place: number) => number) => void;
  readonly join: (slots: number, answer?: () => Sent) => Taker;
}

/** Events have their place as id. */
export function offered(place: number, pin = 0): Offered {
  return { id: `e${place}`, place, pin, content: undefined };
}

export function groupWith(settings: Partial<Settings> = {}, parkedFrom = 0): GroupAtHand {
  const sent: number[] = [];
  const parking: { message: Message; reason: string }[] = [];
  const group = new Group(
    { ...SETTINGS, ...settings },
    { park: (message, reason) => parking.push({ message, reason }) },
    { after: -1, parkedFrom, nowMs: 0 },
  );
  return {
    group,
    parking,
    sent,
    offer: (places, pin = () => 0) => {
      for (const place of places) group.offer(offered(place, pin(place)));
      group.push(0);
    },
    join: (bufferSize, answer = () => 'more') => {
      const got: string[] = [];
      const consumer = new Consumer({
        username: 'anonymous',
        connectionName: 'prova',
        from: '',
        bufferSize,
        send: ({ place, retries }) => {
          const answered = answer();
          if (answered === 'gone') return answered;
          sent.push(place);
          got.push(retries === 0 ? `${place}` : `${place}/${retries}`);
          return answered;
        },
        drop: () => undefined,
      });
      group.connect(consumer);
      group.push(0);
      return { consumer, got };
    },
  };
}
