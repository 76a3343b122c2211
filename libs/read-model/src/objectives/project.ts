import {
  askedAt,
  begun,
  currentStep,
  evolveApproval,
  evolveRendicontazione,
  idOfStream,
  isOfRendicontazione,
  judgedAnew,
  leastOf,
  moved,
  statusOf,
  unmoved,
  usualLifecycle,
  type LifecycleInForce,
  type ObjectiveEvent,
  type Proposal,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import type { Projection, Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { sortKey } from './sort-key.js';
import {
  governedObjectiveTable,
  objectiveTable,
  plannedObjectiveTable,
  progressReportTable,
  proposalTable,
  shareTable,
  type LiveObjectiveRow,
  type ProgressReportRow,
  type ProposalRow,
  type ShareRow,
} from './tables.js';

type Defined = Extract<ObjectiveEvent, { type: 'objective.defined.v1' }>;
type Varied = Extract<ObjectiveEvent, { type: 'objective.varied.v1' }>;
type Proposed = Extract<ObjectiveEvent, { type: `objective.${(typeof OF_PROPOSALS)[number]}.v1` }>;

const OF_PROPOSALS = ['proposed', 'proposal-opened', 'proposal-weighed', 'proposal-returned', 'validated'] as const;
type OfShare = Exclude<ObjectiveEvent, Proposed | Defined | Varied | { type: 'objective.closed.v1' }>;

export const objectives: Projection = {
  name: 'objectives',
  version: 6,
  categories: ['objective'],
  tables: [
    objectiveTable,
    proposalTable,
    plannedObjectiveTable,
    governedObjectiveTable,
    shareTable,
    progressReportTable,
  ],
  revisionIn: (rows) => (rows.of(objectiveTable)[0] ?? rows.of(proposalTable)[0])?.revision ?? -1,
  project(event, rows) {
    const fact = factOf(event) as ObjectiveEvent;
    if (isProposed(fact)) return proposed(event, fact, rows);
    if (fact.type === 'objective.defined.v1') return defined(event, fact, rows);
    const objective = rows.of(objectiveTable)[0];
    if (objective === undefined) return []; // the past as of a day before the definition
    const seen = { ...objective, revision: event.revision, recorded_at: metadataOf(event).recordedAt };
    if (fact.type === 'objective.closed.v1') {
      const { comment } = fact.data;
      const closings = comment === undefined ? seen.closings : [...seen.closings, { comment }];
      return [objectiveTable.put({ ...seen, status: 'closed', closings })];
    }
    if (fact.type === 'objective.varied.v1') return varied(fact, seen, rows);
    return [...ofShare(event, fact, seen, rows)];
  },
};

/** The shares of an objective before anything has happened to them. */
export function begunShares(
  { planId, objective }: Defined['data'],
  objectiveId: string,
  since: string,
): readonly ShareRow[] {
  return objective.shares.map(({ id, areaId, weight }) => ({
    objective_id: objectiveId,
    share_id: id,
    plan_id: planId,
    area_id: areaId,
    weight,
    office: null,
    acknowledged: false,
    status: 'defined',
    since,
    progress: null,
    reports: 0,
    rendicontazione: null,
    awaited_step: null,
    awaited_offices: [],
    self_degree: null,
    degree: null,
    degree_reason: null,
    premium: null,
    run_id: null,
    moves: unmoved,
  }));
}

function isProposed(fact: ObjectiveEvent): fact is Proposed {
  return OF_PROPOSALS.some((name) => fact.type === `objective.${name}.v1`);
}

/** What is not in the plan yet has a table of its own: lists of the plan do not know it. */
function proposed(event: RecordedEvent, fact: Proposed, rows: Rows): readonly Change[] {
  const before = rows.of(proposalTable)[0];
  const seen = { revision: event.revision, recorded_at: metadataOf(event).recordedAt };
  if (fact.type === 'objective.proposed.v1') {
    const objective_id = idOfStream(event.stream);
    const { planId, objective, horizon, proposal: number, proposedBy, office, workflow = null } = fact.data;
    const proposers = [...new Set(before?.proposal.proposers).add(proposedBy)];
    return [
      proposalTable.put({
        ...seen,
        objective_id,
        plan_id: planId,
        sort: sortKey(objective_id),
        status: 'proposed',
        planned: objective,
        horizon,
        workflow,
        proposal: { number, proposers, office, points: [], waiver: null, approval: null },
      }),
    ];
  }
  if (before === undefined) return []; // the past as of a day before the proposal
  const put = (change: Partial<Proposal>, status: ProposalRow['status'] = before.status) => [
    proposalTable.put({ ...before, ...seen, status, proposal: { ...before.proposal, ...change } }),
  ];
  switch (fact.type) {
    case 'objective.proposal-opened.v1':
      return put({ approval: begun(fact.data.approval) });
    case 'objective.proposal-weighed.v1': {
      const { approval, waiver } = before.proposal;
      return put({
        approval: approval && evolveApproval(approval, fact.data.fact),
        waiver: fact.data.waiver ?? waiver,
      });
    }
    case 'objective.proposal-returned.v1':
      return put({ points: fact.data.points }, 'draft');
    case 'objective.validated.v1':
      return put({ waiver: fact.data.waiver }, 'validated');
  }
}

function asksAcknowledgement(workflow: LifecycleInForce | null): boolean {
  return (workflow ?? usualLifecycle).transitions.some(({ verb }) => verb === 'acknowledge');
}

function defined(event: RecordedEvent, { data }: Defined, rows: Rows): readonly Change[] {
  const objectiveId = idOfStream(event.stream);
  const { recordedAt } = metadataOf(event);
  const workflow = data.workflow ?? rows.of(proposalTable)[0]?.workflow ?? null;
  return [
    objectiveTable.put({
      objective_id: objectiveId,
      plan_id: data.planId,
      sort: sortKey(objectiveId),
      status: 'defined',
      revision: event.revision,
      recorded_at: recordedAt,
      asks_acknowledgement: asksAcknowledgement(workflow),
      closings: [],
    }),
    plannedObjectiveTable.put({ objective_id: objectiveId, planned: data.objective, horizon: data.horizon }),
    ...(workflow === null ? [] : [governedObjectiveTable.put({ objective_id: objectiveId, workflow })]),
    ...begunShares(data, objectiveId, recordedAt).map((share) => shareTable.put(share)),
  ];
}

/** What the plan asks now; how far each share has come stays. */
function varied({ data }: Varied, objective: LiveObjectiveRow, rows: Rows): readonly Change[] {
  const before = rows.of(shareTable);
  const { objective: planned, horizon, shareIds } = data;
  const fresh = begunShares(
    { planId: objective.plan_id, objective: planned, horizon },
    objective.objective_id,
    objective.recorded_at,
  );
  const shares = fresh.map((share) => {
    const known = before.find(({ share_id }) => share_id === share.share_id);
    if (known === undefined || !shareIds.includes(share.share_id)) return known ?? share;
    const changed = {
      ...known,
      area_id: share.area_id,
      weight: share.weight,
      acknowledged: known.office !== null && !objective.asks_acknowledgement,
    };
    const status = statusOf(factsOf(changed));
    return { ...changed, status, since: status === known.status ? known.since : objective.recorded_at };
  });
  return [
    plannedObjectiveTable.put({ objective_id: objective.objective_id, planned, horizon }),
    ...shares.map((share) => shareTable.put(share)),
    objectiveTable.put({ ...objective, status: leastOf(shares.map(({ status }) => status)) }),
  ];
}

function* ofShare(event: RecordedEvent, fact: OfShare, objective: LiveObjectiveRow, rows: Rows): Iterable<Change> {
  const shares = rows.of(shareTable);
  const before = shares.find(({ share_id }) => share_id === fact.data.shareId);
  if (before === undefined) return yield objectiveTable.put(objective);

  const report = reportAfter(event, fact, rows.of(progressReportTable));
  if (report !== null) yield progressReportTable.put(report);
  const moves = moved(before.moves, fact, standingOf(before));
  const changed = after(fact, { ...before, moves }, report, rows.of(progressReportTable), objective);
  const status = statusOf(factsOf(changed));
  const since = status === before.status ? before.since : objective.recorded_at;
  const share: ShareRow = { ...changed, ...awaited(changed), status, since };
  yield shareTable.put(share);

  const all = shares.map((other) => (other.share_id === share.share_id ? share : other));
  yield objectiveTable.put({ ...objective, status: leastOf(all.map((one) => one.status)) });
}

function after(
  fact: OfShare,
  share: ShareRow,
  report: ProgressReportRow | null,
  others: readonly ProgressReportRow[],
  { asks_acknowledgement: asks }: LiveObjectiveRow,
): ShareRow {
  if (isOfRendicontazione(fact)) {
    const owner = { areaId: share.area_id, office: share.office };
    const rendicontazione = evolveRendicontazione(share.rendicontazione, fact, owner);
    return { ...share, rendicontazione, self_degree: rendicontazione?.selfDegree ?? share.self_degree };
  }
  switch (fact.type) {
    case 'objective.assigned.v1':
      return { ...share, office: fact.data.office, acknowledged: !asks };
    case 'objective.acknowledged.v1':
      return { ...share, acknowledged: true };
    case 'objective.progress-reported.v1':
      return { ...share, reports: share.reports + 1, progress: latestProgress(share.share_id, report, others) };
    case 'objective.progress-rectified.v1':
      return { ...share, progress: latestProgress(share.share_id, report, others) };
    case 'objective.scored.v1':
      return { ...share, degree: fact.data.degree, degree_reason: fact.data.reason };
    case 'objective.premium-liquidated.v1':
      return { ...share, premium: fact.data.amount, run_id: fact.data.runId };
    case 'objective.premium-adjusted.v1':
      return { ...share, premium: fact.data.after, run_id: fact.data.runId };
    case 'objective.reopened.v1': {
      const rendicontazione = share.rendicontazione && judgedAnew(share.rendicontazione, fact.data);
      return { ...share, rendicontazione, degree: null, degree_reason: null, premium: null, run_id: null };
    }
    default:
      return share; // deadlines have a table of their own; an event newer than this code changes nothing here
  }
}

/** The entry that an event reports or rectifies; null for any other event. */
function reportAfter(
  event: RecordedEvent,
  fact: OfShare,
  reports: readonly ProgressReportRow[],
): ProgressReportRow | null {
  if (fact.type === 'objective.progress-reported.v1') {
    const { progressId, shareId, value, note, evidence, indicatorId, fulfils, occurredOn } = fact.data;
    return {
      objective_id: idOfStream(event.stream),
      progress_id: progressId,
      share_id: shareId,
      revision: event.revision,
      value,
      note,
      evidence,
      indicator_id: indicatorId,
      deadline_id: fulfils?.deadlineId ?? null,
      instance: fulfils?.instance ?? null,
      occurred_on: occurredOn,
      recorded_at: metadataOf(event).recordedAt,
      earlier: [],
    };
  }
  if (fact.type !== 'objective.progress-rectified.v1') return null;
  const { progressId, value, note, evidence } = fact.data;
  const entry = reports.find(({ progress_id }) => progress_id === progressId);
  if (entry === undefined) return null;
  const said = { value: entry.value, note: entry.note, evidence: entry.evidence };
  return { ...entry, value, note, evidence, earlier: [...entry.earlier, said] };
}

/** The value that happened last; of two on one day the one reported last. A nil return says nothing about progress. */
function latestProgress(
  shareId: string,
  report: ProgressReportRow | null,
  others: readonly ProgressReportRow[],
): ShareRow['progress'] {
  const entries = others.filter(
    ({ share_id, progress_id }) => share_id === shareId && progress_id !== report?.progress_id,
  );
  let latest: ProgressReportRow | null = null;
  for (const entry of report === null ? entries : [...entries, report]) {
    if (entry.value !== null && (latest === null || isLater(entry, latest))) latest = entry;
  }
  return latest?.value ?? null;
}

function isLater(a: ProgressReportRow, b: ProgressReportRow): boolean {
  return a.occurred_on === b.occurred_on ? a.revision > b.revision : a.occurred_on > b.occurred_on;
}

/** A share as the rules ask for it to say how far it is. */
function factsOf({ office, acknowledged, reports, rendicontazione, degree, premium, moves }: ShareRow) {
  return {
    ...moves,
    stage: 'planned',
    office,
    acknowledged,
    progress: { length: reports },
    rendicontazione,
    score: degree === null ? null : {},
    premium: premium === null ? null : {},
  } as const;
}

function standingOf({ degree, premium, run_id: runId }: ShareRow) {
  return { degree, premium: premium === null || runId === null ? null : { runId, amount: premium } };
}

function awaited({ rendicontazione }: ShareRow): Pick<ShareRow, 'awaited_step' | 'awaited_offices'> {
  const step = rendicontazione === null ? null : currentStep(rendicontazione);
  if (rendicontazione === null || step === null) return { awaited_step: null, awaited_offices: [] };
  return { awaited_step: step.id, awaited_offices: askedAt(rendicontazione, step.id) };
}
