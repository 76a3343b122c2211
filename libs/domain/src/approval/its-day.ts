import { requireDate } from '../calendar/civil.js';
import { Refused } from '../refused.js';
import { known, type Needed } from '../order/needed.js';
import type { ActReference, LocalDate } from '../values.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import type { Approval } from './approval.js';
import { dayOf, lastOf, openedOn } from './days-of.js';

/**
 * What is done at a step did not happen before the day of what opened it: the submission, or the deed that passed the
 * step before. By the day on which that happened, not on which it was recorded: all of a chain may be recorded late.
 *
 * @throws Refused `approval/before-its-step`, `value/not-a-date`
 */
export function requireAfterOpening(approval: Approval, step: StepDefinition, on: LocalDate | undefined): void {
  if (on === undefined) return;
  requireDate(on, 'occurredOn');
  const min = openedOn(approval.opening);
  if (min === null || on >= min) return;
  const before = approval.passed.at(-1);
  throw new Refused('approval/before-its-step', {
    field: 'occurredOn',
    step: step.id,
    value: on,
    ...(before !== undefined && { passed: before }),
    min,
  });
}

/**
 * Where those who must agree follow one another, nobody speaks before the day on which the one before them did.
 *
 * @throws Refused `value/before-its-fact`
 */
export function requireAfterTurn({ opening }: Approval, { order }: StepDefinition, on: LocalDate | undefined): void {
  if (on === undefined || order !== 'in-order') return;
  const min = lastOf(opening.votes);
  if (min === undefined || on >= min) return;
  throw new Refused('value/before-its-fact', { field: 'occurredOn', needs: 'vote', value: on, min });
}

/**
 * Nobody agrees to a corrected degree before the day on which it was corrected, nor by an older act.
 *
 * @throws Refused `value/before-its-fact`
 */
export function requireAfterCorrection(
  { opening }: Approval,
  { on, act }: { readonly on?: LocalDate; readonly act: ActReference | null },
): void {
  const corrected = opening.votes.find(({ outcome }) => outcome === 'correct-degree');
  if (corrected === undefined) return;
  const min = dayOf(corrected);
  const days = [
    ['occurredOn', on],
    ['act.date', act?.date],
  ] as const;
  for (const [field, value] of days) {
    if (value === undefined || value === null || value >= min) continue;
    throw new Refused('value/before-its-fact', { field, needs: 'corrected', value, min });
  }
}

/**
 * An act decides nothing that was not before its organ: it is no older than what opened the step, whenever it is recorded; and
 * whoever acts by it does so from its day on.
 *
 * @throws Refused `approval/act-before-step`, `value/before-its-fact`
 */
export function requireActAfterOpening(
  approval: Approval,
  step: StepDefinition,
  { act, on }: { readonly act: ActReference | null; readonly on?: LocalDate },
): void {
  const date = act?.date ?? null;
  if (date === null) return;
  const min = openedOn(approval.opening);
  if (min !== null && date < min) {
    const passed = approval.passed.at(-1);
    const told = { step: step.id, value: date, ...(passed !== undefined && { passed }), min };
    throw new Refused('approval/act-before-step', { field: 'act.date', ...told });
  }
  if (on !== undefined && on < date) {
    throw new Refused('value/before-its-fact', { field: 'occurredOn', needs: 'act', value: on, min: date });
  }
}

/** What is done to an approval that is under way rests on the opening of its step; of a vote `requireAfterOpening` asks it. */
export function restsOnStep(
  { do: what }: { readonly do: string },
  approval: Approval | null | undefined,
): readonly Needed[] {
  if (approval === null || approval === undefined || what === 'take-step' || what === 'time-out') return [];
  return known('step-opened', openedOn(approval.opening));
}
