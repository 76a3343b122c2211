import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Asks anew what is on the screen and may be old. What is being asked at this moment may have been read before the
 * change: it is not broken off, so that a slow server is never asked in vain, and is asked once more when answered.
 *
 * @param isOld  of a question, whether its answer may be old; all of them when left out
 */
export function askAgain(queries: QueryClient, isOld: (key: QueryKey) => boolean = () => true): void {
  const old = { predicate: ({ queryKey }: { readonly queryKey: QueryKey }) => isOld(queryKey) };
  const underWay = queries.getQueryCache().findAll({ ...old, fetchStatus: 'fetching' });
  void queries.invalidateQueries(old, { cancelRefetch: false });
  for (const { queryKey, promise } of underWay) {
    const again = () => void queries.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false });
    promise?.then(again, again);
  }
}
