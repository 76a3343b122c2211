import {
  idOfStream,
  leastOf,
  resumed,
  statusOf,
  usualLifecycle,
  type LifecycleInForce,
  type ObjectiveEvent,
  type Proposal,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import { isOfProposal } from '../of-proposals.js';
import type { Projection, Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { begunShares } from './begun-shares.js';
import { proposed } from './project-proposal.js';
import { factsOf, ofShare, sinceOf } from './project-share.js';
import { sortKey } from './sort-key.js';
import {
  governedObjectiveTable,
  objectiveTable,
  plannedObjectiveTable,
  progressReportTable,
  proposalTable,
  shareTable,
  withdrawnObjectiveTable,
  type LiveObjectiveRow,
  type ProposalRow,
} from './tables.js';

type Defined = Extract<ObjectiveEvent, { type: 'objective.defined.v1' | 'objective.redefined.v1' }>;
type Varied = Extract<ObjectiveEvent, { type: 'objective.varied.v1' }>;
type Withdrawn = Extract<ObjectiveEvent, { type: 'objective.withdrawn.v1' }>;

export const objectives: Projection = {
  name: 'objectives',
  version: 11,
  categories: ['objective'],
  tables: [
    objectiveTable,
    withdrawnObjectiveTable,
    proposalTable,
    plannedObjectiveTable,
    governedObjectiveTable,
    shareTable,
    progressReportTable,
  ],
  revisionIn: (rows) =>
    Math.max(
      ...[objectiveTable, proposalTable, withdrawnObjectiveTable].map((table) => rows.of(table)[0]?.revision ?? -1),
    ),
  project(event, rows) {
    const fact = factOf(event) as ObjectiveEvent;
    if (isOfProposal(fact)) return proposed(event, fact, rows);
    if (fact.type === 'objective.defined.v1') return defined(event, fact, rows);
    const objective = rows.of(objectiveTable)[0];
    if (objective === undefined) return []; // the past as of a day before the definition
    const seen = { ...objective, revision: event.revision, recorded_at: metadataOf(event).recordedAt };
    if (fact.type === 'objective.closed.v1') {
      const { comment } = fact.data;
      const closings = comment === undefined ? seen.closings : [...seen.closings, { comment }];
      return [objectiveTable.put({ ...seen, status: 'closed', closings })];
    }
    if (fact.type === 'objective.redefined.v1') return [...cleared(objective), ...defined(event, fact, rows)];
    if (fact.type === 'objective.withdrawn.v1') return withdrawn(fact, seen, rows);
    if (fact.type === 'objective.varied.v1') return varied(fact, seen, rows);
    return [...ofShare(event, fact, seen, rows)];
  },
};

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

/** Nothing had happened to it but that a draft had it. */
function cleared({ objective_id }: LiveObjectiveRow): readonly Change[] {
  return [shareTable, governedObjectiveTable].map((table) => table.clear({ objective_id }));
}

/** The draft has it no more: of a plan alone nothing is left, what was proposed is among the proposals again. */
function withdrawn({ data }: Withdrawn, seen: LiveObjectiveRow, rows: Rows): readonly Change[] {
  const { objective_id, revision, recorded_at } = seen;
  return [
    ...cleared(seen),
    objectiveTable.clear({ objective_id }),
    plannedObjectiveTable.clear({ objective_id }),
    ...rows
      .of(proposalTable)
      .map((row) => proposalTable.put({ ...row, proposal: resumedIn(row, data), revision, recorded_at })),
    withdrawnObjectiveTable.put({ objective_id, revision }),
  ];
}

/** Whoever judges it goes on. */
function resumedIn({ status, proposal }: ProposalRow, { resumesAt }: Withdrawn['data']): Proposal {
  const { approval } = proposal;
  return status === 'proposed' && approval !== null
    ? { ...proposal, approval: resumed(approval, resumesAt ?? null) }
    : proposal;
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
    return { ...changed, status, since: sinceOf(known, { ...changed, status }, objective.recorded_at) };
  });
  return [
    plannedObjectiveTable.put({ objective_id: objective.objective_id, planned, horizon }),
    ...shares.map((share) => shareTable.put(share)),
    objectiveTable.put({ ...objective, status: leastOf(shares.map(({ status }) => status)) }),
  ];
}
