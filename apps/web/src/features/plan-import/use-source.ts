import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { readingOf, type Document, type SourceRow } from './read-document.js';

const none: readonly SourceRow[] = [];

/**
 * The rows of the document, a page at a time as the server gives them.
 *
 * @param line  that shall be seen: its page is looked for
 */
export function useSource(document: Document, line: number | null) {
  const queries = useQueryClient();
  // where the pages found so far begin
  const starts = useRef<number[]>([0]);
  const [from, setFrom] = useState(0);
  const asked = useQuery({ ...readingOf(document, {}, from), placeholderData: keepPreviousData });
  const rows = asked.data?.source ?? none;
  const following = asked.data?.sourceNext ?? null;
  useEffect(() => {
    if (line === null) return;
    let looking = true;
    const look = async () => {
      for (const start of starts.current) {
        const { source, sourceNext } = await queries.ensureQueryData(readingOf(document, {}, start));
        if (!looking) return;
        if (sourceNext === null || (source.at(-1)?.line ?? 0) >= line) return setFrom(start);
        if (starts.current.at(-1) === start) starts.current.push(sourceNext);
      }
    };
    look().catch(() => undefined); // the page that is shown says why
    return () => {
      looking = false;
    };
  }, [document, line, queries]);
  const index = starts.current.indexOf(from);
  return {
    rows,
    from,
    to: from + rows.length,
    waiting: asked.isPending || asked.isPlaceholderData,
    hasPrevious: index > 0,
    hasNext: following !== null,
    previous: () => setFrom(starts.current[index - 1] ?? 0),
    next: () => {
      if (following === null) return;
      if (!starts.current.includes(following)) starts.current.push(following);
      setFrom(following);
    },
  };
}
