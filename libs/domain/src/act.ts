import { requireDate } from './calendar/civil.js';
import { romeDayOf } from './calendar/rome.js';
import { Refused, type RefusalCode } from './refused.js';
import { requireText } from './text.js';
import type { ActReference, Instant } from './values.js';

/**
 * An act that a step rests on: numbers start again every year, so it needs its date too, and it cannot be of tomorrow.
 *
 * @param tooEarly  the code for an act dated after the day of `at`
 * @throws Refused `value/text-missing`, `value/not-a-date` or `tooEarly`
 */
export function requireAct(act: ActReference, at: Instant, tooEarly: RefusalCode): void {
  requireText(act.kind, 'act.kind');
  requireText(act.number, 'act.number');
  const date = act.date ?? '';
  requireDate(date, 'act.date');
  const today = romeDayOf(at);
  if (date > today) throw new Refused(tooEarly, { field: 'act.date', value: date, today });
}
