import type { Route, WouldHappen } from '#contract';
import { Rehearsed, type Rehearsal } from '#engine';
import type { z } from 'zod';
import type { HttpRequest } from './exchange.js';

type Told = z.input<typeof WouldHappen>;

/** What a dry run tells besides its events. */
type Besides = Pick<Told, 'contradictions' | 'warnings'>;

/** A dry run that has come to its end, of a command whose answer tells more than where the log stands. */
class RehearsedWith extends Rehearsed {
  constructor(
    rehearsal: Rehearsal,
    readonly besides: Besides,
  ) {
    super(rehearsal);
  }
}

/** A command with what its answer tells more, be it done or only asked. */
export async function telling<More extends Besides, Done extends object>(more: More, done: Promise<Done>) {
  try {
    return Object.assign({}, await done, more);
  } catch (error) {
    throw error instanceof Rehearsed ? new RehearsedWith(error.rehearsal, more) : error;
  }
}

/** Whether a command is only asked what would happen. */
export function isDryRun({ kind }: Pick<Route, 'kind'>, { query }: Pick<HttpRequest, 'query'>): boolean {
  return kind === 'command' && (query as { readonly dryRun?: unknown } | undefined)?.dryRun === 'true';
}

/** What would happen, as it is answered. */
export function shownRehearsal(rehearsed: Rehearsed) {
  const { revision, events } = rehearsed.rehearsal;
  const besides = rehearsed instanceof RehearsedWith ? rehearsed.besides : {};
  return { dryRun: true, revision, events: [...events], ...besides } as const;
}
