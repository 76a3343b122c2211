import { fresh } from '../approval/open.js';
import type { ActReference } from '../values.js';
import type { ObjectiveEventOf } from './messages.js';
import type { Rendicontazione } from './state.js';

/** A report that was opened again: the same chain asks its first step anew. */
export function judgedAnew(
  report: Rendicontazione,
  { act, at }: Pick<ObjectiveEventOf<'objective.reopened.v1'>['data'], 'act' | 'at'>,
): Rendicontazione {
  const opening = fresh(report.opening.number + 1, at, act.date ?? undefined);
  const { earlier: _, ...parties } = report.parties;
  const { silences: _silences, setOut: _setOut, corrections: _corrections, ...before } = report;
  const asked = { passed: [], took: {}, agreed: {}, points: [], returnBy: null };
  const again = act.date !== null && { reopenedOn: act.date };
  return { ...before, ...asked, parties, status: 'open', opening, ...again, ...keepingActs(report) };
}

/** The acts that have taken note of a report, each time that it was judged. */
export function actsOn({ earlierActs = [], agreed }: Rendicontazione): readonly ActReference[] {
  const votes = Object.values(agreed).flat();
  return [...earlierActs, ...votes.flatMap(({ act }) => act ?? [])];
}

/** Whoever judges it anew has not taken note of it yet. */
export function keepingActs(report: Rendicontazione | null): Pick<Rendicontazione, 'earlierActs'> {
  const earlierActs = report === null ? [] : actsOn(report);
  return earlierActs.length === 0 ? {} : { earlierActs };
}
