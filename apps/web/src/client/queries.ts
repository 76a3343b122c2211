import type { RouteName } from '#contract';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { ask, type Request } from './ask.js';
import { connection } from './connection.js';
import { Problem, Unanswered } from './problem.js';

const FRESH_MS = 10_000;
const LONGEST_WAIT_MS = 15_000;

/** The question `name`, ready for `useQuery`: asked anew until somebody answers. */
export function query<Name extends RouteName>(name: Name, request: Request<Name>) {
  return queryOptions({
    queryKey: [name, request] as const,
    queryFn: ({ signal }) => ask(name, request, { signal }),
  });
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // our own look-out tells when the server is back; the browser's knows only of the cable
      networkMode: 'always',
      retry: (_, failure) => failure instanceof Unanswered,
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, LONGEST_WAIT_MS),
      throwOnError: (failure) => !(failure instanceof Problem) && !(failure instanceof Unanswered),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

connection.subscribe(() => {
  if (connection.get() === 'up') void queries.refetchQueries({ type: 'active', stale: true });
});
