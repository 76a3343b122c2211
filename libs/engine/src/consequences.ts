import { v5 as uuidv5 } from 'uuid';
import {
  Refused,
  type Actor,
  type LocalDate,
  type ObjectiveEvent,
  type PlanEvent,
  type PremiumEvent,
  type VariationEvent,
} from '#domain';
import type { JsonObject, RecordedEvent } from '#event-store';
import type { Clock } from './clock.js';
import type { Engine } from './engine.js';
import type { CommandOf } from './kinds.js';
import { redefineObjectives } from './redrafts.js';
import type { RefusedConsequence } from './refused-consequence.js';
import { applyShareRemoval, applyToObjectives, applyToPlan, noteAnswering, noteRemoval } from './variations.js';

/** Who acts when an event of one stream has consequences in others. */
export const SYSTEM: Actor = { id: 'system', office: 'system' };

/** What consequences are carried over with. */
export interface Following {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly onRefused?: (refused: RefusedConsequence) => void;
}

/**
 * What an event of one stream has as its consequences in others. Each command's id comes from the event that caused it:
 * whoever carries them, and however often, each is carried out once.
 *
 * @throws whatever keeps a command from being answered, such as StoreUnavailable; carry them once more
 */
export async function consequences(event: RecordedEvent, reactions: Following): Promise<void> {
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
    case 'objective.assigned.v1':
    case 'objective.assignment-corrected.v1':
      return noteAnswering(event, fact.data, { ...reactions, by: SYSTEM, at });
    case 'objective.removed.v1':
      return noteRemoval(event, fact.data, { ...reactions, by: SYSTEM, at });
    case 'plan.share-removed.v1':
      return applyShareRemoval(event, fact.data, { ...reactions, by: SYSTEM, at });
    case 'premium.liquidated.v1': {
      const { runId, entries, act, adjusts } = fact.data;
      const { occurredOn } = event.metadata;
      const paidOn = typeof occurredOn === 'string' ? occurredOn : act.date;
      for (const { objectiveId, shareId, amount, degree, fullAmount, ceiling } of entries) {
        if (degree === null) continue; // never scored: its part was saved, there is nothing to pay
        const paid = { shareId, runId, amount };
        // what earlier releases sent, of which the log keeps a hash: without the degree
        const sent =
          adjusts === undefined
            ? ({
                type: 'objective.liquidate-premium',
                ...paid,
                ...(fullAmount !== undefined && { fullAmount }),
                ...(ceiling !== undefined && { ceiling }),
              } as const)
            : ({ type: 'objective.adjust-premium', ...paid, act: { ...act } } as const);
        await carryOut(reactions, event, objectiveId, { ...sent, degree, by: SYSTEM, at }, paidOn, sent);
      }
      return;
    }
  }
}

async function carryOut(
  { engine, onRefused }: Following,
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
    onRefused?.({ cause, kind: 'objective', id: objectiveId, code: error.code });
  }
}
