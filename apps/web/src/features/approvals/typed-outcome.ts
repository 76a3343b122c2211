import type { Outcome } from '#domain';
import { asDecimal } from '../../words/as-decimal.js';

/** What is typed at a step; what is not of its outcome is left aside. */
export interface TypedOutcome {
  readonly outcome: Outcome;
  readonly note: string;
  /** One a line. */
  readonly points: string;
  readonly returnBy: string;
  readonly degree: string;
  /** Of a justification; empty: it is for others to say. */
  readonly effect: string;
  readonly reason: string;
}

/** What is sent of it. */
export function sentOf<Act>({ outcome, note, points, returnBy, degree, effect, reason }: TypedOutcome, act: Act) {
  const agrees = outcome === 'approve' || outcome === 'correct-degree';
  return {
    outcome,
    note: outcome === 'approve' ? note : '',
    act: agrees ? act : null,
    points: outcome === 'return' ? linesOf(points) : [],
    returnBy: outcome === 'return' && returnBy !== '' ? returnBy : null,
    degree: outcome === 'correct-degree' ? asDecimal(degree) : null,
    effect: outcome === 'approve' && effect !== '' ? effect : null,
    reason: outcome === 'reject' || outcome === 'correct-degree' ? reason : '',
  };
}

/** The same at a step of a variation, where there is no degree and no effect; null: it is no outcome of one. */
export function ofVariation<
  Said extends { readonly outcome: Outcome; readonly degree?: unknown; readonly effect?: unknown },
>({ degree: _degree, effect: _effect, outcome, ...rest }: Said) {
  return outcome === 'correct-degree' ? null : { ...rest, outcome };
}

/** What the form of what is sent cannot say: what this outcome needs and lacks. */
export function faultsOf(
  { outcome, note, points, degree, reason, act }: Sent,
  { needsAct, isToWaive }: Needs,
): readonly ('points' | 'degree' | 'reason' | 'act' | 'note')[] {
  const agrees = outcome === 'approve' || outcome === 'correct-degree';
  return [
    ...(outcome === 'correct-degree' && !(Number(degree) <= 100) ? (['degree'] as const) : []),
    ...((outcome === 'reject' || outcome === 'correct-degree') && reason.trim() === '' ? (['reason'] as const) : []),
    ...(outcome === 'return' && points.length === 0 ? (['points'] as const) : []),
    ...(agrees && needsAct && act === null ? (['act'] as const) : []),
    ...(outcome === 'approve' && isToWaive && note.trim() === '' ? (['note'] as const) : []),
  ];
}

interface Needs {
  readonly needsAct: boolean;
  /** Whether something was found that nobody has accepted with a reason. */
  readonly isToWaive: boolean;
}

interface Sent {
  readonly outcome: Outcome;
  readonly note: string;
  readonly points: readonly string[];
  readonly degree: string | null;
  readonly reason: string;
  readonly act: unknown;
}

/** Lines with something in them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
