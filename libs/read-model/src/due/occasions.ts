import { missedAt } from '#domain';
import type { DueRow } from './table.js';

/** It rings when work goes on by itself. */
export function stopped({ until }: NonNullable<DueRow['rest']>): Pick<DueRow, 'frozen' | 'missed_at'> {
  return { frozen: true, missed_at: missedAt({ dueOn: until }) };
}

/** Those of one occasion. */
export function matching(rows: readonly DueRow[], ref: { readonly deadlineId: string; readonly instance: string }) {
  return rows.filter(({ deadline_id, instance }) => deadline_id === ref.deadlineId && instance === ref.instance);
}
