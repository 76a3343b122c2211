import { Refused, type PlanChange, type PlannedObjective, type Source } from '#domain';
import type { Engine } from '#engine';
import { actsCitedIn, targetIn } from '#plan-import';
import type { Call } from '../http/call.js';

type Asked = Call<'requestVariation'>['body']['changes'][number];
type AskedProposal = Extract<Asked, { readonly kind: 'add-proposal' }>;
type AskedObjective = Extract<Asked, { readonly kind: 'add-objective' }>['objective'];

interface OfVariation {
  readonly planId: string;
  readonly variationId: string;
  readonly horizon: string;
  /** What is proposed, by its number in the plan. */
  readonly proposed: ReadonlyMap<string, PlannedObjective>;
}

/** The proposals that changes would bring into the plan, as they were proposed last. */
export async function proposedIn(
  asked: readonly Asked[],
  planId: string,
  engine: Engine,
): Promise<OfVariation['proposed']> {
  const named = asked.flatMap((change) => (change.kind === 'add-proposal' ? [inPlan(change.objectiveId, planId)] : []));
  const found = await Promise.all(
    named.map(
      async (id) => [id, (await engine.load('objective', `${planId}-${id}`))?.state.proposed?.objective] as const,
    ),
  );
  return new Map(found.flatMap(([id, objective]) => (objective ? [[id, objective] as const] : [])));
}

/** What is asked over HTTP, in the terms of the rules: what is new gets its ids and its place here. */
export function changesOf(
  asked: readonly Asked[],
  { planId, variationId, horizon, proposed }: OfVariation,
): readonly PlanChange[] {
  const source: Source = {
    line: 1,
    place: { it: `variazione ${variationId}`, en: `variation ${variationId}` },
  };
  return asked.map((change) => {
    if (change.kind === 'add-objective') {
      return { kind: change.kind, objective: objectiveOf(change.objective, source, horizon) };
    }
    if (change.kind === 'add-proposal') {
      return { kind: 'add-objective', objective: proposalOf(change, planId, source, proposed) };
    }
    if (!('objectiveId' in change)) return change;
    const objectiveId = inPlan(change.objectiveId, planId);
    if (change.kind !== 'change-indicator') return { ...change, objectiveId };
    const acts = actsCitedIn([change.text]);
    return { ...change, objectiveId, ...(acts.length > 0 && { acts }) };
  });
}

/** As the plan numbers it; one of another plan stays what it is, which the rules know none of. */
function inPlan(objectiveId: string, planId: string): string {
  return objectiveId.startsWith(`${planId}-`) ? objectiveId.slice(planId.length + 1) : objectiveId;
}

/** @throws Refused `objective/not-defined` */
function proposalOf(
  { objectiveId, weightless }: AskedProposal,
  planId: string,
  source: Source,
  proposed: OfVariation['proposed'],
): PlannedObjective {
  const objective = proposed.get(inPlan(objectiveId, planId));
  if (objective === undefined) throw new Refused('objective/not-defined', { objective: objectiveId });
  const { shares, indicators } = objective;
  const weighed = weightless ? shares.map((share) => ({ ...share, weight: share.weight && '0' })) : shares;
  return {
    ...objective,
    source,
    shares: weighed.map((share) => ({ ...share, source })),
    indicators: indicators.map((indicator) => ({ ...indicator, source })),
  };
}

function objectiveOf(asked: AskedObjective, source: Source, horizon: string): PlannedObjective {
  const { mission, strategicObjective, number, title, dueOn } = asked;
  const id = `${mission}.${strategicObjective}.${number}`;
  const times = new Map<string, number>();
  const shares = asked.shares.map((share) => {
    const time = (times.get(share.areaId) ?? 0) + 1;
    times.set(share.areaId, time);
    return { ...share, id: `${id}-${share.areaId}${time > 1 ? `-${time}` : ''}`, source };
  });
  const shareIds = shares.map((share) => share.id);
  const kind = dueOn === horizon ? 'horizon' : 'fixed';
  return {
    id,
    mission,
    strategicObjective,
    number,
    title,
    shares,
    // what is said in figures in the words is the target, as in a document
    indicators: asked.indicators.map(({ text, target }, index) => ({
      text,
      target: target ?? targetIn(text),
      id: `i${index + 1}`,
      shareIds,
      source,
    })),
    deadlines: [{ id: 'd1', shareIds, text: '', kind, on: dueOn }],
    participants: [],
    acts: actsCitedIn([title, ...asked.indicators.map(({ text }) => text)]),
    source,
  };
}
