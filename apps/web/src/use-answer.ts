import { useCallback, useEffect, useState } from 'react';
import { Problem } from './api.js';

export interface Asked<T> {
  readonly answer: T | null;
  readonly problem: Problem | null;
  readonly again: () => void;
}

/** Asks when the page is shown and whenever `question` changes; keeps the last answer while asking again. */
export function useAnswer<T>(question: string, asking: () => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    asking().then(
      (given) => {
        if (!current) return;
        setAnswer(given);
        setProblem(null);
      },
      (failure: unknown) => {
        if (current) setProblem(failure instanceof Problem ? failure : new Problem(0, 'page/fault', String(failure)));
      },
    );
    return () => {
      current = false;
    };
  }, [question, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { answer, problem, again };
}
