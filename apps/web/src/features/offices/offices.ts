import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { query } from '../../client/queries.js';

const LASTING_MS = 5 * 60_000;

/** The areas of the latest plan. */
function useAreas() {
  const plans = useQuery({ ...query('plans', {}), staleTime: LASTING_MS });
  const planId = plans.data?.plans.at(-1)?.planId;
  const plan = useQuery({
    ...query('plan', { params: { planId: planId ?? '' } }),
    enabled: planId !== undefined,
    staleTime: LASTING_MS,
  });
  return plan.data?.areas;
}

/** Every office that is known, by its id. */
export function useOffices(): readonly string[] {
  const areas = useAreas();
  return useMemo(() => (areas ?? []).map(({ areaId }) => areaId), [areas]);
}

/** How offices and areas are called: by the plan; an office that is no area by its own id, in words. */
export function useOfficeNames(): (id: string | null) => string {
  const areas = useAreas();
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
