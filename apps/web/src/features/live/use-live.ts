import { routes } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { connection } from '../../client/connection.js';
import { isOld } from './topics.js';

const AGAIN_MS = 5000;

/** Follows what changes on the server while somebody is signed in: what is shown is asked again, without a reload. */
export function useLive(account: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (account === null) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      source?.close();
      source = new EventSource(routes.changes.path);
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
        const { topics } = JSON.parse(data) as { readonly topics: readonly string[] };
        void queries.invalidateQueries({ predicate: ({ queryKey }) => isOld(queryKey, topics) });
      });
      source.addEventListener('error', () => {
        // a browser connects again by itself unless it was refused
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(again, AGAIN_MS);
      });
    };
    const again = () => {
      follow();
      void queries.invalidateQueries(); // nobody told what changed meanwhile
    };
    follow();
    const leave = connection.subscribe(() => {
      if (connection.get() === 'up' && source?.readyState === EventSource.CLOSED) again();
    });
    return () => {
      leave();
      clearTimeout(timer);
      source?.close();
    };
  }, [account, queries]);
}
