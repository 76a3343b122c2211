import { useEffect, useState } from 'react';

/** True once `active` has lasted that long: what is quick shows no sign of waiting. */
export function useLasting(active: boolean, afterMs: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), afterMs);
    return () => clearTimeout(timer);
  }, [active, afterMs]);
  return active && lasting;
}
