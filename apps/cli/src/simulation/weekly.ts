import { addDays } from '#domain';
import type { ShareAct } from './scenario.js';

export type ProgressAct = Extract<ShareAct, { do: 'progress' }>;

/** An act on a share, once. */
export type SingleAct =
  Exclude<ShareAct, { do: 'progress' }> | (Omit<ProgressAct, 'value' | 'every' | 'notes'> & { value: string | null });

const NIL = 'nil';
const NOTHING_SENT = 'skip';

/**
 * Takes an act apart into the single ones it stands for, each with the end of its key.
 * Of a weekly act there is one for each of its notes; `nil` sends a nil return, `skip` sends nothing.
 */
export function weekByWeek(act: ShareAct): readonly (readonly [suffix: string, act: SingleAct])[] {
  if (act.do !== 'progress') return [['', act]];
  const { every, notes = [], value, ...rest } = act;
  if (every === undefined) return [['', { ...rest, value: typeof value === 'object' ? String(value.to) : value }]];
  return notes.flatMap((note, week) => {
    if (note === NOTHING_SENT) return [];
    const on = `${addDays(rest.on.slice(0, 10), 7 * week)}${rest.on.slice(10)}`;
    const single =
      note === NIL ? { value: null, note: 'Esito negativo.' } : { value: ramp(value, week, notes.length), note };
    return [[`.${week + 1}`, { ...rest, on, ...single }] as const];
  });
}

/** Whole steps from the first value to the last, evenly. */
function ramp(value: ProgressAct['value'], index: number, count: number): string {
  if (typeof value !== 'object') return value;
  const steps = Math.max(1, count - 1);
  return String(value.from + Math.round(((value.to - value.from) * index) / steps));
}
