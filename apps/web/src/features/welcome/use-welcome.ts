import { useQuery } from '@tanstack/react-query';
import { query } from '../../client/queries.js';

/** Which body answers here, and whether it is a demonstration; known before anybody signs in. */
export function useWelcome() {
  return useQuery({ ...query('welcome', {}), staleTime: Infinity }).data;
}
