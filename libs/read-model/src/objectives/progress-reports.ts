import { idOfStream, type ObjectiveEvent } from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import type { ProgressReportRow, ShareRow } from './tables.js';

/** The entry that an event reports or rectifies; null for any other event. */
export function reportAfter(
  event: RecordedEvent,
  fact: ObjectiveEvent,
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
export function latestProgress(
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
