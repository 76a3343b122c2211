import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { query } from '../../client/queries.js';
import { useMay } from '../session/session.js';
import { knownOfficeName, officeName } from './office-name.js';

const LASTING_MS = 5 * 60_000;

/** Areas and offices of the body. */
function useRegister() {
  const may = useMay();
  return useQuery({ ...query('body', {}), staleTime: LASTING_MS, enabled: may('body.read') }).data;
}

/** Every office that is known, by its id. */
export function useOffices(): readonly string[] {
  const offices = useRegister()?.offices;
  return useMemo(() => (offices ?? []).map(({ id }) => id), [offices]);
}

/** Those that may be given a share: not where everybody only administers the system, or audits. */
export function useWorkingOffices(): readonly string[] {
  const register = useRegister();
  return useMemo(() => {
    const { offices = [], overseeing = [] } = register ?? {};
    return offices.flatMap(({ id }) => (overseeing.includes(id) ? [] : [id]));
  }, [register]);
}

/** Those that answer for shares of a plan. */
export function useAreas(): readonly string[] {
  const offices = useRegister()?.offices;
  return useMemo(() => (offices ?? []).filter(({ kind }) => kind === 'area').map(({ id }) => id), [offices]);
}

/** How offices and areas are called. */
export function useOfficeNames(): (id: string | null) => string {
  const register = useRegister();
  return useCallback((id) => (id === null ? '–' : officeName(id, register)), [register]);
}

/** How those are called that the body has: who could do something is told by an office or by a role. */
export function useKnownOfficeNames(): (id: string) => string | undefined {
  const register = useRegister();
  return useCallback((id) => knownOfficeName(id, register), [register]);
}
