import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { query } from '../../client/queries.js';

const LASTING_MS = 5 * 60_000;

/** How offices and areas are called: by the plan; an office that is no area by its own id, in words. */
export function useOfficeNames(): (id: string | null) => string {
  const plans = useQuery({ ...query('plans', {}), staleTime: LASTING_MS });
  const planId = plans.data?.plans.at(-1)?.planId;
  const plan = useQuery({
    ...query('plan', { params: { planId: planId ?? '' } }),
    enabled: planId !== undefined,
    staleTime: LASTING_MS,
  });
  const areas = plan.data?.areas;
  return useCallback(
    (id) => {
      if (id === null) return '–';
      return areas?.find(({ areaId }) => areaId === id)?.name ?? inWords(id);
    },
    [areas],
  );
}

/** `segretario-generale` → `Segretario generale`. */
export function inWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
