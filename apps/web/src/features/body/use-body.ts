import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';

export type Body = Answer<'body'>;
export type Office = Body['offices'][number];

/** The body, as its own people see it. */
export function useBody() {
  return useQuery(query('body', {}));
}

const none: readonly Office[] = [];

/** The offices and areas to choose from. */
export function useOffices(): readonly Office[] {
  return useBody().data?.offices ?? none;
}
