import type { Decimal, Instant, PlannedObjective, ShareStatus } from '#domain';
import type { ObjectiveRow, ShareRow } from './tables.js';

/** The step of a chain that must act next. */
export interface Awaiting {
  readonly step: string;
  readonly name: { readonly it: string; readonly en: string };
  /** Who may: the step's offices or its substitute; none when nobody may judge this share. */
  readonly offices: readonly string[];
  /** The first of them. */
  readonly office: string | null;
}

export interface ShareSummary {
  readonly shareId: string;
  readonly areaId: string;
  readonly unit: string | null;
  readonly weight: Decimal | null;
  readonly funding: string | null;
  /** Null until assigned. */
  readonly office: string | null;
  readonly acknowledged: boolean;
  readonly status: ShareStatus;
  /** By act, after it was judged: it is judged anew. */
  readonly reopened: boolean;
  readonly since: Instant;
  /** Percent. */
  readonly progress: Decimal | null;
  readonly awaiting: Awaiting | null;
  readonly selfDegree: Decimal | null;
  readonly degree: Decimal | null;
  /** Euros. */
  readonly premium: Decimal | null;
}

export interface ObjectiveSummary {
  /** `2022-20.4.1a` */
  readonly objectiveId: string;
  readonly planId: string;
  readonly mission: number;
  readonly strategicObjective: number;
  readonly number: string;
  readonly title: string;
  /** Of the share that is least far; `closed` at the end. */
  readonly status: ShareStatus | 'closed';
  readonly revision: number;
  readonly shares: readonly ShareSummary[];
}

export function summaryOf(objective: ObjectiveRow, shares: readonly ShareRow[]): ObjectiveSummary {
  const { planned } = objective;
  return {
    objectiveId: objective.objective_id,
    planId: objective.plan_id,
    mission: planned.mission,
    strategicObjective: planned.strategicObjective,
    number: planned.number,
    title: planned.title,
    status: objective.status,
    revision: objective.revision,
    shares: inOrder(planned, shares).map((share) => shareSummaryOf(share, planned)),
  };
}

export function shareSummaryOf(share: ShareRow, planned: PlannedObjective): ShareSummary {
  const { unit = null, funding = null } = planned.shares.find(({ id }) => id === share.share_id) ?? {};
  return {
    shareId: share.share_id,
    areaId: share.area_id,
    unit,
    weight: share.weight,
    funding,
    office: share.office,
    acknowledged: share.acknowledged,
    status: share.status,
    reopened: share.moves.reopenings.length > 0,
    since: share.since,
    progress: share.progress,
    awaiting: awaitingOf(share),
    selfDegree: share.self_degree,
    degree: share.degree,
    premium: share.premium,
  };
}

export function awaitingOf({ awaited_step, awaited_offices: offices, rendicontazione }: ShareRow): Awaiting | null {
  const step = rendicontazione?.chain.steps.find(({ id }) => id === awaited_step);
  return step === undefined ? null : { step: step.id, name: step.name, offices, office: offices[0] ?? null };
}

/** The shares of one objective, as the plan has them. */
export function inOrder(planned: PlannedObjective, shares: readonly ShareRow[]): readonly ShareRow[] {
  const place = (share: ShareRow): number => planned.shares.findIndex(({ id }) => id === share.share_id);
  return shares.toSorted((a, b) => place(a) - place(b));
}
