import { fresh } from '../approval/open.js';
import type { Instant } from '../values.js';
import type { Rendicontazione } from './state.js';

/** A report that was opened again: the same chain asks its first step anew. */
export function judgedAnew(report: Rendicontazione, at: Instant): Rendicontazione {
  const opening = fresh(report.opening.number + 1, at);
  const { earlier: _, ...parties } = report.parties;
  return { ...report, parties, status: 'open', passed: [], took: {}, agreed: {}, opening, points: [], returnBy: null };
}
