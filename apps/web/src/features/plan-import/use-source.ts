import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FIRST_PAGE, readingOf, type Document, type SourcePage, type SourceRow } from './read-document.js';

const none: readonly SourceRow[] = [];

/**
 * The rows of the document, a page at a time as the server gives them.
 *
 * @param line  that shall be seen: where it is on another page, that page is asked for
 */
export function useSource(document: Document, line: number | null) {
  const [page, setPage] = useState(FIRST_PAGE);
  const asked = useQuery({ ...readingOf(document, {}, page), placeholderData: keepPreviousData });
  const rows = asked.data?.source ?? none;
  const from = asked.data?.sourceFrom ?? 0;
  const following = asked.data?.sourceNext ?? null;
  const shown = asked.data !== undefined && line !== null && covers(rows, following, line);
  useEffect(() => {
    if (line !== null && !shown) setPage({ sourceLine: line });
    // only when another line is asked for: who turns the page afterwards is left alone
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [line]);
  const turnTo = (sourceFrom: number): void => setPage({ sourceFrom } satisfies SourcePage);
  return {
    rows,
    from,
    to: from + rows.length,
    waiting: asked.isPending || asked.isPlaceholderData,
    previous: from > 0 ? () => turnTo(Math.max(0, from - rows.length)) : null,
    next: following === null ? null : () => turnTo(following),
  };
}

function covers(rows: readonly SourceRow[], following: number | null, line: number): boolean {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return false;
  return first.line <= line && (line <= last.line || following === null);
}
