import { v5 as uuidv5 } from 'uuid';
import {
  alikeTo,
  bearingFor,
  creditedFor,
  Refused,
  type Actor,
  type Bearing,
  type LocalDate,
  type NotTaken,
  type PlanChange,
  idOfStream,
  type ObjectiveEvent,
  type PlannedObjective,
  type PlanVaried,
  type ShareRemoved,
  type Staff,
  type Surroundings,
  type VariationEvent,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import type { Engine } from './engine.js';
import type { CommandOf, Kind, StateOf } from './kinds.js';
import type { RefusedConsequence } from './refused-consequence.js';

type Approved = Extract<VariationEvent, { readonly type: 'variation.approved.v1' }>['data'];

type Removed = Extract<ObjectiveEvent, { readonly type: 'objective.removed.v1' }>['data'];

/** What a variation is carried over with. */
export interface Carrier {
  readonly engine: Engine;
  readonly by: Actor;
  readonly at: string;
  readonly onRefused?: ((refused: RefusedConsequence) => void) | undefined;
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
): Promise<Pick<
  Surroundings,
  'document' | 'planStatus' | 'planApprovedOn' | 'lastVaried' | 'cameIn' | 'objectives'
> | null> {
  const plan = (await engine.load('plan', planId))?.state;
  if (plan === undefined || plan.document === null || plan.status === 'none') return null;
  const { document, status, days, lastVaried, cameIn } = plan;
  const states = await Promise.all(
    concerned(changes, document).map(
      async (id) => [id, (await engine.load('objective', `${planId}-${id}`))?.state] as const,
    ),
  );
  const objectives = Object.fromEntries(
    states.flatMap(([id, state]) => (state === undefined ? [] : [[id, standing(state)]])),
  );
  const planApprovedOn = days?.['plan.approved.v1'];
  return { document, planStatus: status, planApprovedOn, lastVaried, cameIn, objectives };
}

function standing(state: StateOf<'objective'>): Surroundings['objectives'][string] {
  const { closed, shares, workflow, proposal, proposed, days } = state;
  return { closed, shares, workflow, proposal, ...(proposed && { proposed }), ...(days && { days }) };
}

/** Those that changes name or add, by themselves or by a share, those that would bear the weight of what is removed, and what would come again. */
function concerned(changes: readonly PlanChange[], document: Surroundings['document']): readonly string[] {
  const { objectives } = document;
  const shares = changes.flatMap((change) => (change.kind === 'move-weight' ? [change.from, change.to] : []));
  const named = changes.flatMap((change) => ('objectiveId' in change ? [change.objectiveId] : []));
  const freed = changes.flatMap((change) =>
    change.kind === 'remove-objective' && change.weight === 'redistribute' ? [change.objectiveId] : [],
  );
  const areas = objectives.filter(({ id }) => freed.includes(id)).flatMap((objective) => areasOf(objective));
  const known = objectives.filter(
    (objective) =>
      named.includes(objective.id) ||
      objective.shares.some(({ id, areaId }) => shares.includes(id) || areas.includes(areaId)),
  );
  const added = changes.flatMap((change) => (change.kind === 'add-objective' ? [change.objective.id] : []));
  return [...new Set([...known.map(({ id }) => id), ...added, ...alikeTo(changes, document)])];
}

function areasOf({ shares }: PlannedObjective): readonly string[] {
  return shares.map(({ areaId }) => areaId);
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
  // with the variation it is done: what was refused then is not asked again
  const variation = (await carrier.engine.load('variation', variationId))?.state;
  if (variation?.status === 'applied') {
    for (const { objectiveId, code } of variation.notTaken ?? []) {
      carrier.onRefused?.({ cause, kind: 'objective', id: `${planId}-${objectiveId}`, code });
    }
    await markApplied(variation.notTaken ?? []);
    return;
  }
  const plan = (await carrier.engine.load('plan', planId))?.state;
  const horizon = plan?.document?.horizon ?? '';
  const workflow = plan?.workflow ?? null;
  const notTaken: NotTaken[] = [];
  const note: Note = (objectiveId, refusal) => {
    // of the first comes what else is refused
    const isNoted = notTaken.some((one) => one.objectiveId === objectiveId);
    if (refusal !== null && !isNoted) notTaken.push({ objectiveId, code: refusal.code });
  };
  for (const objective of objectives) {
    const command = added.includes(objective.id)
      ? ({ type: 'objective.define', planId, objective, horizon, ...(workflow && { workflow }) } as const)
      : ({ type: 'objective.vary', variationId, objective, version, act } as const);
    note(objective.id, await carry('objective', `${planId}-${objective.id}`, command, cause, carrier, act?.date));
  }
  await assignAdded(cause, data, carrier, note);
  await removeFromPlan(cause, data, carrier, note);
  await markApplied(notTaken);

  /** Once; sent again it tells where that stands in the log. */
  async function markApplied(refused: readonly NotTaken[]): Promise<void> {
    const applied = { type: 'variation.mark-applied', planVersion: version, notTaken: refused } as const;
    await carry('variation', variationId, applied, cause, carrier);
  }
}

/** Takes note of what an objective, as numbered in the plan, made of its part. */
type Note = (objectiveId: string, refusal: Refused | null) => void;

/** Whoever got a share by the variation answers for it from now on: its days bind, its office is asked to take note. */
async function assignAdded(
  cause: RecordedEvent,
  data: PlanVaried['data'],
  carrier: Carrier,
  note: Note,
): Promise<void> {
  const { planId, act, objectives, addedShares = [] } = data;
  for (const { id, shares } of objectives) {
    for (const { id: shareId, areaId: office } of shares.filter((share) => addedShares.includes(share.id))) {
      const command = { type: 'objective.assign', shareId, office, act } as const;
      note(id, await carry('objective', `${planId}-${id}`, command, cause, carrier, act?.date, shareId));
    }
  }
}

/** Stralcio: by the act of the variation, with the opinion that it gathered. What was removed before stays as it was. */
async function removeFromPlan(
  cause: RecordedEvent,
  data: PlanVaried['data'],
  carrier: Carrier,
  note: Note,
): Promise<void> {
  const { planId, variationId, act, removed } = data;
  if (removed.length === 0 || act === null) return;
  const opinion = (await carrier.engine.load('variation', variationId))?.state.opinion ?? null;
  for (const { objectiveId, ...removal } of removed) {
    const id = `${planId}-${objectiveId}`;
    const shares = (await carrier.engine.load('objective', id))?.state.shares ?? [];
    for (const { shareId } of shares.filter((share) => share.removal === null)) {
      const command = {
        type: 'objective.remove',
        shareId,
        ...removal,
        act,
        opinion,
        staff: NOBODY,
        variationId,
      } as const;
      note(objectiveId, await carry('objective', id, command, cause, carrier, act.date, shareId));
    }
  }
}

/** The system asks no office for leave. */
const NOBODY: Staff = { day: '', offices: [], tenures: [], delegations: [], beneficiaries: [] };

/** All variations of a plan. They are numbered without a gap, so the first that is missing is the next to come. */
export async function variationsOf(engine: Engine, planId: string): Promise<readonly StateOf<'variation'>[]> {
  const found: StateOf<'variation'>[] = [];
  for (;;) {
    const next = await engine.load('variation', `${planId}-${found.length + 1}`);
    if (next === null) return found;
    found.push(next.state);
  }
}

/** Whoever is given a share, or more of its days, judges no variation of it that is on its way; its area was a party from the first. */
export async function noteAnswering(
  cause: RecordedEvent,
  {
    shareId,
    office,
  }: Pick<Extract<ObjectiveEvent, { readonly type: 'objective.assigned.v1' }>['data'], 'shareId' | 'office'>,
  carrier: Carrier,
): Promise<void> {
  const {
    planId,
    horizon,
    shares = [],
  } = (await carrier.engine.load('objective', idOfStream(cause.stream)))?.state ?? {};
  const share = shares.find((one) => one.shareId === shareId);
  if (!planId || share?.areaId === office) return;
  const credited = share === undefined ? [] : creditedFor(share, horizon ?? null);
  for (const { variationId, status, touched } of await variationsOf(carrier.engine, planId)) {
    if (variationId === null || status !== 'open' || !Object.values(touched).flat().includes(shareId)) continue;
    await carry('variation', variationId, { type: 'variation.note-answering', office, credited }, cause, carrier);
  }
}

/** A share that was removed by an act of its own: the plan takes note, its weight goes where was said. */
export async function noteRemoval(
  cause: RecordedEvent,
  { shareId, weight, act, variationId }: Removed,
  carrier: Carrier,
): Promise<void> {
  if (variationId !== undefined) return; // the plan knows
  const { planId, objective } = (await carrier.engine.load('objective', idOfStream(cause.stream)))?.state ?? {};
  if (!planId || !objective) return;
  const { objectives = {} } = (await surroundingsOf(carrier.engine, planId, [removing(objective.id, weight)])) ?? {};
  const command = { type: 'plan.remove-share', objectiveId: objective.id, shareId, weight, act, objectives } as const;
  await carry('plan', planId, command, cause, carrier, act.date);
}

/** Who has the shares which would bear the weight of one, were it removed by an act of its own; nothing where nobody would. */
export async function bearingOf(engine: Engine, objectiveId: string, shareId: string): Promise<Partial<Bearing>> {
  const { planId, objective } = (await engine.load('objective', objectiveId))?.state ?? {};
  if (!planId || !objective) return {};
  const found = await surroundingsOf(engine, planId, [removing(objective.id, 'redistribute')]);
  const borne = found === null ? null : bearingFor(shareId, found);
  return borne === null || borne.bearingCredited.length === 0 ? {} : borne;
}

function removing(objectiveId: string, weight: Removed['weight']): PlanChange {
  return { kind: 'remove-objective', objectiveId, cause: '', note: '', weight };
}

/** Whoever bears the weight of a share that was removed is told so. */
export async function applyShareRemoval(
  cause: RecordedEvent,
  { planId, shareId, version, objectives, act }: ShareRemoved['data'],
  carrier: Carrier,
): Promise<void> {
  for (const objective of objectives) {
    const command = { type: 'objective.vary', variationId: `removal-${shareId}`, objective, version, act } as const;
    await carry('objective', `${planId}-${objective.id}`, command, cause, carrier, act.date);
  }
}

type Unissued<Command> = Command extends unknown ? Omit<Command, 'by' | 'at'> : never;

/**
 * @param part  tells apart what one cause does to one stream
 * @returns why the rules refused it; null: it was done, now or before
 */
export async function carry<K extends Kind>(
  kind: K,
  id: string,
  command: Unissued<CommandOf<K>> & { readonly type: string },
  cause: RecordedEvent,
  { engine, by, at, onRefused }: Carrier,
  occurredOn?: LocalDate | null,
  part = '',
): Promise<Refused | null> {
  const correlationId = cause.metadata['$correlationId'];
  try {
    await engine.execute(kind, id, { ...command, by, at } as CommandOf<K>, {
      commandId: uuidv5(`${command.type}/${id}${part && `/${part}`}`, cause.id),
      correlationId: typeof correlationId === 'string' ? correlationId : cause.id,
      causationId: cause.id,
      // what else the command carries may have changed by the second time that it is sent
      request: { cause: cause.id },
      ...(typeof occurredOn === 'string' && { occurredOn }),
    });
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    onRefused?.({ cause, kind, id, code: error.code });
    return error;
  }
}
