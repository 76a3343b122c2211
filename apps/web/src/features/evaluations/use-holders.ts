import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { query } from '../../client/queries.js';
import { useOfficeNames } from '../offices/offices.js';

/** Somebody in an office, as one chooses them. */
export interface Holder {
  readonly person: string;
  readonly office: string;
  readonly value: string;
  readonly label: string;
}

/** Who holds these offices today; null: any office. */
export function useHolders(offices: readonly string[] | null): readonly Holder[] {
  const { data } = useQuery(query('organisation', { query: {} }));
  const nameOf = useOfficeNames();
  return useMemo(
    () =>
      (data?.tenures ?? [])
        .filter(({ office, now }) => now && (offices === null || offices.includes(office)))
        .map(({ person, office, name, user }) => ({
          person,
          office,
          value: `${person} ${office}`,
          label: [...new Set([name ?? user ?? person, nameOf(office)])].join(', '),
        })),
    [data, nameOf, offices],
  );
}

/** What was chosen, as it is sent. */
export function judgeOf(value: string): { readonly person: string; readonly office: string } {
  const [person = '', office = ''] = value.split(' ');
  return { person, office };
}
