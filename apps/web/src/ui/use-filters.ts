import { useSearchParams } from 'react-router';

/**
 * Filters that live in the address: a page that is reloaded or sent to somebody else shows the same.
 *
 * @returns what the address says, and how to choose one; empty takes it away
 */
export function useFilters(): readonly [URLSearchParams, (name: string, value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = (name: string, value: string) =>
    setSearch(
      (before) => {
        // of another list the place in the list means nothing
        if (name !== 'cursor') before.delete('cursor');
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return [search, choose];
}
