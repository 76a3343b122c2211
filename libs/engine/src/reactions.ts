import { v5 as uuidv5 } from 'uuid';
import {
  categories,
  Refused,
  streamPrefix,
  type Actor,
  type LocalDate,
  type ObjectiveEvent,
  type PlanEvent,
  type PremiumEvent,
  type VariationEvent,
} from '#domain';
import type { EventStore, JsonObject, Position, RecordedEvent } from '#event-store';
import type { Clock } from './clock.js';
import type { Engine } from './engine.js';
import type { CommandOf } from './kinds.js';
import { redefineObjectives } from './redrafts.js';
import { applyShareRemoval, applyToObjectives, applyToPlan, noteRemoval } from './variations.js';

/** Who acts when an event of one stream has consequences in others. */
export const SYSTEM: Actor = { id: 'system', office: 'system' };

export interface Reactions {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly body: string;
  readonly clock: Clock;
  /** The last position reacted to, exclusive; from the first event when absent (safe: every command has a fixed id). */
  readonly after?: Position;
  /** Everything up to here has had its consequences. */
  readonly onProgress?: (position: Position) => void;
  /** An event has had its consequences in other streams; what else follows is waited for. */
  readonly onReacted?: (event: RecordedEvent) => Promise<unknown>;
  /** A consequence that the rules refused: done before, or overtaken by a person's act. Someone should know. */
  readonly onRefused?: (cause: RecordedEvent, refusal: Refused) => void;
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

async function consequences(event: RecordedEvent, reactions: Reactions): Promise<void> {
  const at = reactions.clock.now();
  // the log gives back what the rules once wrote
  const fact = { type: event.type, data: event.data } as
    ObjectiveEvent | PlanEvent | PremiumEvent | VariationEvent | { type: 'other' };
  switch (fact.type) {
    case 'plan.drafted.v1': {
      const { planId, document, workflow } = fact.data;
      await Promise.all(
        document.objectives.map((objective) =>
          carryOut(reactions, event, `${planId}-${objective.id}`, {
            type: 'objective.define',
            planId,
            objective,
            horizon: document.horizon,
            ...(workflow && { workflow }),
            by: SYSTEM,
            at,
          }),
        ),
      );
      return;
    }
    case 'plan.redrafted.v1':
      return redefineObjectives(event, fact.data, { ...reactions, by: SYSTEM, at });
    case 'variation.approved.v1':
      return applyToPlan(event, fact.data, { ...reactions, by: SYSTEM, at });
    case 'plan.varied.v1':
      return applyToObjectives(event, fact.data, { ...reactions, by: SYSTEM, at });
    case 'objective.removed.v1':
      return noteRemoval(event, fact.data, { ...reactions, by: SYSTEM, at });
    case 'plan.share-removed.v1':
      return applyShareRemoval(event, fact.data, { ...reactions, by: SYSTEM, at });
    case 'premium.liquidated.v1': {
      const { runId, entries, act, adjusts } = fact.data;
      const { occurredOn } = event.metadata;
      const paidOn = typeof occurredOn === 'string' ? occurredOn : act.date;
      for (const { objectiveId, shareId, amount, degree, fullAmount } of entries) {
        if (degree === null) continue; // never scored: its part was saved, there is nothing to pay
        const paid = { shareId, runId, amount, by: SYSTEM, at };
        const payment =
          adjusts === undefined
            ? ({
                type: 'objective.liquidate-premium',
                ...paid,
                ...(fullAmount !== undefined && { fullAmount }),
              } as const)
            : ({ type: 'objective.adjust-premium', ...paid, act } as const);
        await carryOut(reactions, event, objectiveId, { ...payment, degree }, paidOn, sentBefore(payment));
      }
      return;
    }
  }
}

/** What earlier releases sent, of which the log keeps a hash: without the degree. */
function sentBefore(payment: CommandOf<'objective'>): JsonObject {
  const { by: _, at: __, ...sent } = payment;
  return sent as object as JsonObject; // commands are plain JSON
}

async function carryOut(
  { engine, onRefused }: Reactions,
  cause: RecordedEvent,
  objectiveId: string,
  command: CommandOf<'objective'>,
  occurredOn: LocalDate | null = null,
  request?: JsonObject,
): Promise<void> {
  const what = 'shareId' in command ? `${objectiveId}/${command.shareId}` : objectiveId;
  const correlationId = cause.metadata['$correlationId'];
  try {
    await engine.execute('objective', objectiveId, command, {
      commandId: uuidv5(`${command.type}/${what}`, cause.id),
      correlationId: typeof correlationId === 'string' ? correlationId : cause.id,
      causationId: cause.id,
      ...(occurredOn !== null && { occurredOn }),
      ...(request !== undefined && { request }),
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    onRefused?.(cause, error);
  }
}
