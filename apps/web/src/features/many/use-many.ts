import { useRef, useState } from 'react';
import { wrote } from '../../client/own-writes.js';
import { useAct } from '../../client/use-act.js';
import { outcomesOf, type ManyItem, type Outcome } from './outcomes.js';

const LONG_MS = 10 * 60_000;

/** Does many things at once; each has its own outcome, and what was refused can be tried again. */
export function useMany(onOutcomes: (outcomes: readonly Outcome[]) => void) {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const asked = useRef<readonly ManyItem[]>([]);
  const act = useAct('bulk', {
    withinMs: LONG_MS,
    onDone: (answer) => {
      for (const { body } of answer.results) if (typeof body['position'] === 'string') wrote(body['position']);
      const became = outcomesOf(asked.current, answer);
      setOutcomes(became);
      onOutcomes(became);
    },
  });
  return {
    ...act,
    outcomes,
    forget: () => setOutcomes([]),
    sendAll: (items: readonly ManyItem[]) => {
      asked.current = items;
      return act.send({ body: { items: items.map(({ command }) => command) } });
    },
  };
}
