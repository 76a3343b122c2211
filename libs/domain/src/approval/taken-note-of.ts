import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import type { ActReference, LocalDate } from '../values.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import type { Approval, Vote } from './approval.js';

/**
 * An act that takes note of a report is not older than what it takes note of: what earlier steps certified, or the act
 * that had all of it judged anew. Other subjects hear opinions, which may be recorded after the act that they preceded.
 *
 * @throws Refused `approval/act-before-certification`, `approval/act-before-reopening`
 */
export function requireNotOlder(approval: Approval, step: StepDefinition, { date }: ActReference): void {
  if (approval.subject !== 'rendicontazione' || date === null) return;
  const { reopenedOn } = approval;
  if (reopenedOn !== undefined && date < reopenedOn) {
    throw new Refused('approval/act-before-reopening', { step: step.id, value: date, min: reopenedOn });
  }
  const last = lastCertified(approval);
  if (last === null || date >= last.day) return;
  throw new Refused('approval/act-before-certification', {
    step: step.id,
    value: date,
    certified: last.step,
    min: last.day,
  });
}

/** The step that agreed last, by the day of its act or of its vote; silence certifies nothing. */
function lastCertified({ agreed }: Approval): { readonly step: string; readonly day: LocalDate } | null {
  const days = Object.entries(agreed).flatMap(([step, votes]) => votes.map((vote) => ({ step, day: dayOf(vote) })));
  return days.reduce<(typeof days)[number] | null>(
    (last, one) => (last !== null && last.day > one.day ? last : one),
    null,
  );
}

function dayOf({ act, on, at }: Vote): LocalDate {
  return act?.date ?? on ?? romeDayOf(at);
}
