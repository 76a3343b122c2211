import { useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { withOwn, type Said } from './with-own.js';

/** What this page has said of the body it knows at once: the tables may tell it only after the next form is sent. */
export function useOwnChange(): (said: Said, answer: Answer<'nameBody'>) => void {
  const queries = useQueryClient();
  return (said, { revision }) =>
    queries.setQueryData(query('body', {}).queryKey, (body) => body && withOwn(body, said, revision));
}
