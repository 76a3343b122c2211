import { useQuery } from '@tanstack/react-query';
import { romeDayOf } from '#domain';
import { query } from '../../client/queries.js';
import { useMay } from '../session/session.js';

/** What time it is for the system, which in a demonstration is not the computer's. */
export function useClock() {
  const may = useMay();
  return useQuery({ ...query('clock', {}), enabled: may('clock.read') });
}

/** Today in Rome, for the system; null until known. */
export function useToday(): string | null {
  const { data } = useClock();
  return data === undefined ? null : romeDayOf(data.now);
}
