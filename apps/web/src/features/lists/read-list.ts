import { queryOptions } from '@tanstack/react-query';
import { ask, type Answer } from '../../client/ask.js';
import { newKey } from '../../client/key.js';
import type { ListFile } from './choose-list.js';

const READ_WITHIN_MS = 75_000;
const DRY = { dryRun: 'true' } as const;

export type PeopleReading = Extract<Answer<'importPeople'>, { readonly people: unknown }>;
export type ImportedPeople = Extract<Answer<'importPeople'>, { readonly created: unknown }>;
export type OfficesReading = Extract<Answer<'importOffices'>, { readonly offices: unknown }>;

/** What a list of people says; nothing is written. */
export function peopleIn(document: ListFile) {
  return queryOptions({
    queryKey: ['people-file', document.sha256],
    queryFn: async ({ signal }) => {
      const answer = await ask(
        'importPeople',
        { query: DRY, body: { document } },
        { signal, withinMs: READ_WITHIN_MS },
      );
      if (!('people' in answer)) throw new Error('a dry run made accounts');
      return answer;
    },
  });
}

/** What a list of areas and offices says; nothing is written. */
export function officesIn(document: ListFile) {
  return queryOptions({
    queryKey: ['office-file', document.sha256],
    queryFn: async ({ signal }) => {
      const sending = { signal, key: newKey(), withinMs: READ_WITHIN_MS };
      const answer = await ask('importOffices', { query: DRY, body: { document } }, sending);
      if (!('offices' in answer)) throw new Error('a dry run changed the offices');
      return answer;
    },
  });
}
