import { v5 as uuidv5 } from 'uuid';
import {
  Refused,
  type Actor,
  type LocalDate,
  type PlanChange,
  type PlanVaried,
  type Surroundings,
  type VariationEvent,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import type { Engine } from './engine.js';
import type { CommandOf, Kind } from './kinds.js';

type Approved = Extract<VariationEvent, { readonly type: 'variation.approved.v1' }>['data'];

/** What a variation is carried over with. */
export interface Carrier {
  readonly engine: Engine;
  readonly by: Actor;
  readonly at: string;
  readonly onRefused?: ((cause: RecordedEvent, refusal: Refused) => void) | undefined;
}

/**
 * What the plan and its objectives say now, for whoever judges changes of the plan.
 *
 * @returns null when there is no such plan
 */
export async function surroundingsOf(
  engine: Engine,
  planId: string,
  changes: readonly PlanChange[],
): Promise<Pick<Surroundings, 'document' | 'planStatus' | 'objectives'> | null> {
  const plan = (await engine.load('plan', planId))?.state;
  if (plan === undefined || plan.document === null || plan.status === 'none') return null;
  const { document, status } = plan;
  const states = await Promise.all(
    concerned(changes, document).map(
      async (id) => [id, (await engine.load('objective', `${planId}-${id}`))?.state] as const,
    ),
  );
  const objectives = Object.fromEntries(
    states.flatMap(([id, state]) =>
      state === undefined ? [] : [[id, { closed: state.closed, shares: state.shares }]],
    ),
  );
  return { document, planStatus: status, objectives };
}

/** Those that changes name, by themselves or by a share. */
function concerned(changes: readonly PlanChange[], { objectives }: Surroundings['document']): readonly string[] {
  const shares = changes.flatMap((change) => (change.kind === 'move-weight' ? [change.from, change.to] : []));
  const named = changes.flatMap((change) => ('objectiveId' in change ? [change.objectiveId] : []));
  return objectives
    .filter((objective) => named.includes(objective.id) || objective.shares.some(({ id }) => shares.includes(id)))
    .map(({ id }) => id);
}

/** A variation that was decided goes into the plan; where the plan refuses it by now, the variation says so. */
export async function applyToPlan(cause: RecordedEvent, data: Approved, carrier: Carrier): Promise<void> {
  const { planId, variationId, changes, act } = data;
  const surroundings = await surroundingsOf(carrier.engine, planId, changes);
  const objectives = surroundings?.objectives ?? {};
  const refusal = await carry(
    'plan',
    planId,
    { type: 'plan.vary', variationId, changes, act, objectives },
    cause,
    carrier,
    act?.date,
  );
  if (refusal === null) return;
  await carry('variation', variationId, { type: 'variation.mark-not-applied', code: refusal.code }, cause, carrier);
}

/** The new version of the plan goes to its objectives, and the variation is done. */
export async function applyToObjectives(
  cause: RecordedEvent,
  data: PlanVaried['data'],
  carrier: Carrier,
): Promise<void> {
  const { planId, variationId, version, act, objectives, added } = data;
  const horizon = (await carrier.engine.load('plan', planId))?.state.document?.horizon ?? '';
  for (const objective of objectives) {
    const command = added.includes(objective.id)
      ? ({ type: 'objective.define', planId, objective, horizon } as const)
      : ({ type: 'objective.vary', variationId, objective, act } as const);
    await carry('objective', `${planId}-${objective.id}`, command, cause, carrier, act?.date);
  }
  await carry('variation', variationId, { type: 'variation.mark-applied', planVersion: version }, cause, carrier);
}

type Unissued<Command> = Command extends unknown ? Omit<Command, 'by' | 'at'> : never;

/** @returns why the rules refused it; null: it was done, now or before */
async function carry<K extends Kind>(
  kind: K,
  id: string,
  command: Unissued<CommandOf<K>> & { readonly type: string },
  cause: RecordedEvent,
  { engine, by, at, onRefused }: Carrier,
  occurredOn?: LocalDate | null,
): Promise<Refused | null> {
  const correlationId = cause.metadata['$correlationId'];
  try {
    await engine.execute(kind, id, { ...command, by, at } as CommandOf<K>, {
      commandId: uuidv5(`${command.type}/${id}`, cause.id),
      correlationId: typeof correlationId === 'string' ? correlationId : cause.id,
      causationId: cause.id,
      // what else the command carries may have changed by the second time that it is sent
      request: { cause: cause.id },
      ...(typeof occurredOn === 'string' && { occurredOn }),
    });
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    onRefused?.(cause, error);
    return error;
  }
}
