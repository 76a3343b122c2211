import { routes } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { connection } from '../../client/connection.js';
import { askAgain } from './ask-again.js';
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
      // nobody told what changed since the page asked, or since the line broke
      source.addEventListener('open', () => askAgain(queries), { once: true });
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
        const { topics } = JSON.parse(data) as { readonly topics: readonly string[] };
        askAgain(queries, (key) => isOld(key, topics));
      });
      source.addEventListener('error', () => {
        // a browser connects again by itself unless it was refused
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(follow, AGAIN_MS);
      });
    };
    follow();
    const leave = connection.subscribe(() => {
      if (connection.get() === 'up' && source?.readyState === EventSource.CLOSED) follow();
    });
    return () => {
      leave();
      clearTimeout(timer);
      source?.close();
    };
  }, [account, queries]);
}
