import { idInWords } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { query } from '../../client/queries.js';
import { useMay } from '../session/session.js';

const LASTING_MS = 5 * 60_000;

/** Areas and offices of the body. */
function useRegister() {
  const may = useMay();
  return useQuery({ ...query('body', {}), staleTime: LASTING_MS, enabled: may('body.read') }).data?.offices;
}

/** Every office that is known, by its id. */
export function useOffices(): readonly string[] {
  const offices = useRegister();
  return useMemo(() => (offices ?? []).map(({ id }) => id), [offices]);
}

/** Those that answer for shares of a plan. */
export function useAreas(): readonly string[] {
  const offices = useRegister();
  return useMemo(() => (offices ?? []).filter(({ kind }) => kind === 'area').map(({ id }) => id), [offices]);
}

/** How offices and areas are called; one that the body does not list by its own id, in words. */
export function useOfficeNames(): (id: string | null) => string {
  const offices = useRegister();
  return useCallback(
    (id) => {
      if (id === null) return '–';
      const name = offices?.find((office) => office.id === id)?.name;
      return name === undefined || name === id ? idInWords(id) : name;
    },
    [offices],
  );
}
