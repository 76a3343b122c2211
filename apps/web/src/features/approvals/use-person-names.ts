import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { query } from '../../client/queries.js';

/** How people are called who hold or held an office, by their account; another by its id. */
export function usePersonNames(): (person: string) => string {
  const { data } = useQuery(query('organisation', { query: {} }));
  const names = useMemo(
    () =>
      new Map(
        [...(data?.tenures ?? []), ...(data?.delegations ?? [])].map(({ person, name, user }) => [
          person,
          name ?? user ?? person,
        ]),
      ),
    [data],
  );
  return useCallback((person) => names.get(person) ?? person, [names]);
}
