import { categories, streamPrefix } from '#domain';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import { consequences, type Following } from './consequences.js';

export interface Reactions extends Following {
  readonly store: EventStore;
  readonly body: string;
  /** The last position reacted to, exclusive; from the first event when absent (safe: every command has a fixed id). */
  readonly after?: Position;
  /** Everything up to here has had its consequences. */
  readonly onProgress?: (position: Position) => void;
  /** An event has had its consequences in other streams; what else follows is waited for. */
  readonly onReacted?: (event: RecordedEvent) => Promise<unknown>;
  readonly signal: AbortSignal;
}

/**
 * Follows the log and carries what happened on one stream over to others: a drafted plan defines its objectives, another
 * draft in its place tells them anew, a
 * liquidated run pays its shares, a decided variation goes into the plan and from there to its objectives. Each command's id comes from the event that caused it, so that a crash in the
 * middle, or the same event a second time, changes nothing.
 *
 * Ends when `signal` is aborted; throws when the log cannot be followed any longer: start again.
 */
export async function react(reactions: Reactions): Promise<void> {
  const { store, body, after, onProgress, onReacted, signal } = reactions;
  const prefixes = categories.map((category) => streamPrefix(category, body));
  for await (const item of store.follow({ prefixes, signal, ...(after !== undefined && { after }) })) {
    if (item.kind === 'event') await consequences(item.event, reactions);
    if (item.kind === 'event') await onReacted?.(item.event);
    if (item.kind === 'event') onProgress?.(item.event.position);
    if (item.kind === 'checkpoint') onProgress?.(item.position);
  }
}
