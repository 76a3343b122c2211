import type { Consumer } from './consumer.js';
import type { Message } from './message.js';
import { Pinned } from './pinned.js';
import type { Strategy } from './settings.js';

/** Who gets an event. */
export interface Chooser {
  /** `later`: whoever should have it is full, others may have what follows; undefined: nobody can take anything. */
  choose(consumers: readonly Consumer[], message: Message): Consumer | 'later' | undefined;
  /** A consumer got it. */
  given(message: Message, consumer: Consumer): void;
  /** That consumer has it no longer. */
  returned(message: Message): void;
}

export function chooserOf(strategy: Strategy): Chooser {
  switch (strategy) {
    case 'DispatchToSingle':
      return indifferent((consumers) => consumers.find(({ hasRoom }) => hasRoom));
    case 'RoundRobin':
      return roundRobin();
    case 'Pinned':
    case 'PinnedByCorrelation':
      return new Pinned();
  }
}

/** Each in turn, without those that are full. */
function roundRobin(): Chooser {
  let turn = 0;
  return indifferent((consumers) => {
    for (let step = 0; step < consumers.length; step += 1) {
      const index = (turn + step) % consumers.length;
      const consumer = consumers[index];
      if (!consumer?.hasRoom) continue;
      turn = index + 1;
      return consumer;
    }
    return undefined;
  });
}

/** Any event is as good as any other. */
function indifferent(choose: (consumers: readonly Consumer[]) => Consumer | undefined): Chooser {
  return { choose, given: () => undefined, returned: () => undefined };
}
