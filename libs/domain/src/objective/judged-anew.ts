import { fresh } from '../approval/open.js';
import type { ObjectiveEventOf } from './messages.js';
import type { Rendicontazione } from './state.js';

/** A report that was opened again: the same chain asks its first step anew. */
export function judgedAnew(
  report: Rendicontazione,
  { act, at }: Pick<ObjectiveEventOf<'objective.reopened.v1'>['data'], 'act' | 'at'>,
): Rendicontazione {
  const opening = fresh(report.opening.number + 1, at, act.date ?? undefined);
  const { earlier: _, ...parties } = report.parties;
  const asked = { passed: [], took: {}, agreed: {}, points: [], returnBy: null };
  return { ...report, ...asked, parties, status: 'open', opening, ...(act.date !== null && { reopenedOn: act.date }) };
}
