import type { Route } from '#contract';
import type { Rehearsal } from '#engine';
import type { HttpRequest } from './exchange.js';

/** Whether a command is only asked what would happen. */
export function isDryRun({ kind }: Pick<Route, 'kind'>, { query }: Pick<HttpRequest, 'query'>): boolean {
  return kind === 'command' && (query as { readonly dryRun?: unknown } | undefined)?.dryRun === 'true';
}

/** What would happen, as it is answered. */
export function shownRehearsal({ revision, events }: Rehearsal) {
  return { dryRun: true, revision, events: [...events] } as const;
}
