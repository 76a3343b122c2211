import { useState } from 'react';

/** Which of some things are ticked; what is no longer there is not. */
export function useChosen(keys: readonly string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Set(keys.filter((key) => ticked.has(key)));
  return {
    chosen,
    all: keys.length > 0 && chosen.size === keys.length,
    toggle: (key: string) =>
      setTicked((before) => {
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      }),
    toggleAll: () => setTicked(chosen.size === keys.length ? new Set() : new Set(keys)),
    keep: (some: readonly string[]) => setTicked(new Set(some)),
  };
}

export type Chosen = ReturnType<typeof useChosen>;
