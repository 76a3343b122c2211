import {
  askedAt,
  currentStep,
  evolveRendicontazione,
  isOfRendicontazione,
  judgedAnew,
  leastOf,
  moved,
  statusOf,
  workOn,
  type ObjectiveEvent,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import type { Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { latestProgress, reportAfter } from './progress-reports.js';
import type { OfProposal } from '../of-proposals.js';
import {
  objectiveTable,
  progressReportTable,
  shareTable,
  type LiveObjectiveRow,
  type ProgressReportRow,
  type ShareRow,
} from './tables.js';

type OfShare = Exclude<
  ObjectiveEvent,
  | OfProposal
  | {
      type:
        | 'objective.defined.v1'
        | 'objective.redefined.v1'
        | 'objective.withdrawn.v1'
        | 'objective.varied.v1'
        | 'objective.closed.v1';
    }
>;

/** What befalls one share: its row, the entry that it reports, and how far its objective is by it. */
export function* ofShare(
  event: RecordedEvent,
  fact: OfShare,
  objective: LiveObjectiveRow,
  rows: Rows,
): Iterable<Change> {
  const shares = rows.of(shareTable);
  const before = shares.find(({ share_id }) => share_id === fact.data.shareId);
  if (before === undefined) return yield objectiveTable.put(objective);

  const report = reportAfter(event, fact, rows.of(progressReportTable));
  if (report !== null) yield progressReportTable.put(report);
  const moves = moved(before.moves, fact, standingOf(before));
  const authors = authorsAfter(event, before);
  const changed = after(fact, { ...before, moves, authors }, report, rows.of(progressReportTable), objective);
  const status = statusOf(factsOf(changed));
  const share: ShareRow = {
    ...changed,
    ...awaited(changed),
    status,
    since: sinceOf(before, { ...changed, status }, objective.recorded_at),
  };
  yield shareTable.put(share);

  const all = shares.map((other) => (other.share_id === share.share_id ? share : other));
  yield objectiveTable.put({ ...objective, status: leastOf(all.map((one) => one.status)) });
}

/** Since when a share is as it is: also since somebody is to acknowledge it anew, however far it is. */
export function sinceOf(before: ShareRow, after: ShareRow, at: string): string {
  const isGivenAnew = !after.acknowledged && (before.acknowledged || before.office !== after.office);
  return after.status === before.status && !isGivenAnew ? before.since : at;
}

function authorsAfter(event: RecordedEvent, { authors }: ShareRow): readonly string[] {
  const work = workOn(event, metadataOf(event));
  return work === null || authors.includes(work.person) ? authors : [...authors, work.person];
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
      if (fact.data.degree !== undefined) return share; // it moved on before it was paid: that is to be adjusted
      return { ...share, premium: fact.data.amount, run_id: fact.data.runId };
    case 'objective.premium-adjusted.v1':
      if (fact.data.degree !== undefined) return share;
      return { ...share, premium: fact.data.after, run_id: fact.data.runId };
    case 'objective.reopened.v1': {
      const rendicontazione = share.rendicontazione && judgedAnew(share.rendicontazione, fact.data);
      return { ...share, rendicontazione, degree: null, degree_reason: null, premium: null, run_id: null };
    }
    default:
      return share; // deadlines have a table of their own; an event newer than this code changes nothing here
  }
}

/** A share as the rules ask for it to say how far it is. */
export function factsOf({ office, acknowledged, reports, rendicontazione, degree, premium, moves }: ShareRow) {
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

/** The step of its report; of what was removed nobody judges it any more. */
function awaited({ rendicontazione, moves }: ShareRow): Pick<ShareRow, 'awaited_step' | 'awaited_offices'> {
  const step = rendicontazione === null || moves.removal !== null ? null : currentStep(rendicontazione);
  if (rendicontazione === null || step === null) return { awaited_step: null, awaited_offices: [] };
  return { awaited_step: step.id, awaited_offices: askedAt(rendicontazione, step.id) };
}
