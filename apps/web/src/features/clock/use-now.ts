import { useQuery } from '@tanstack/react-query';
import { romeDayOf } from '#domain';
import { query } from '../../client/queries.js';

/** What time it is for the system, which in a demonstration is not the computer's. */
export function useClock() {
  return useQuery(query('clock', {}));
}

/** Today in Rome, for the system; null until known. */
export function useToday(): string | null {
  const { data } = useClock();
  return data === undefined ? null : romeDayOf(data.now);
}
