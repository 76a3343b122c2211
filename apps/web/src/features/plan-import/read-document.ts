import { queryOptions } from '@tanstack/react-query';
import { ask, type Answer } from '../../client/ask.js';
import { newKey } from '../../client/key.js';

/** A large document is read in a process of its own, which has a minute. */
export const READ_WITHIN_MS = 75_000;

export interface Document {
  readonly sha256: string;
  readonly name: string;
}

export type Answers = Readonly<Record<string, string>>;

export type Reading = Extract<Answer<'draftPlan'>, { readonly counts: unknown }>;
export type SourceRow = Reading['source'][number];
export type Objective = Reading['objectives'][number];
export type Question = Reading['questions'][number];
export type Problem = Reading['problems'][number];

/** Which rows of the document come along: from one on, counted from 0, or those around a line. */
export type SourcePage = { readonly sourceFrom: number } | { readonly sourceLine: number };

export const FIRST_PAGE: SourcePage = { sourceFrom: 0 };

/** What a careful reader gets from a document; nothing is written. The same document and answers are read once. */
export function readingOf(document: Document, answers: Answers, page = FIRST_PAGE) {
  return queryOptions({
    queryKey: ['reading', document.sha256, answers, page] as const,
    queryFn: async ({ signal }) => {
      const request = { query: { dryRun: 'true' as const, ...page }, body: { document: { ...document }, answers } };
      const answer = await ask('draftPlan', request, { key: newKey(), signal, withinMs: READ_WITHIN_MS });
      if (!('counts' in answer)) throw new Error('a dry run drafted a plan');
      return answer;
    },
    staleTime: Infinity,
    gcTime: 10 * 60_000,
  });
}
