import type { Kysely } from 'kysely';
import type { LocalDate } from '#domain';
import type { ReadTables } from '#postgres';
import type { ApprovalRow } from './tables.js';

/** What was missed, in the words of the plan. */
export interface MissedDeadline {
  readonly deadlineId: string;
  readonly instance: LocalDate;
  readonly dueOn: LocalDate;
  /** Empty: the plan says no more. */
  readonly text: string;
}

type Of = Pick<ApprovalRow, 'stream_id' | 'share_id' | 'deadline_id' | 'instance'>;

/** The deadline that each justification is about; null for whatever else is approved. */
export async function deadlinesOf(
  db: Kysely<ReadTables>,
  rows: readonly Of[],
): Promise<(row: Of) => MissedDeadline | null> {
  const objectives = [...new Set(rows.filter(({ deadline_id }) => deadline_id !== null).map((row) => row.stream_id))];
  const due =
    objectives.length === 0
      ? []
      : await db
          .selectFrom('read.due')
          .select(['objective_id', 'share_id', 'deadline_id', 'instance', 'due_on', 'text'])
          .where('objective_id', 'in', objectives)
          .execute();
  return ({ stream_id, share_id, deadline_id: deadlineId, instance }) => {
    if (deadlineId === null || instance === null) return null;
    const found = due.find(
      (one) =>
        one.objective_id === stream_id &&
        one.share_id === share_id &&
        one.deadline_id === deadlineId &&
        one.instance === instance,
    );
    return { deadlineId, instance, dueOn: found?.due_on ?? instance, text: found?.text ?? '' };
  };
}
