import type { StepDefinition } from '../workflow/chain-definition.js';

/** Definitions are plain data, and a version is written in one order of its own. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** Whether a step that waits goes on waiting by the same term and time-outs. */
export function isSameWait(now: StepDefinition | null, next: StepDefinition | null): boolean {
  return isSame([now?.id, now?.term, now?.onTimeout], [next?.id, next?.term, next?.onTimeout]);
}

/** Whether the same people agree at a step in the same way. */
export function isSameAgreement(now: StepDefinition | null, next: StepDefinition | null): boolean {
  const asked = (step: StepDefinition | null) => [step?.id, step?.who, step?.agreement, step?.act];
  return isSame(asked(now), asked(next));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
