import type { Target } from '../plan/document.js';

const COMPARED = { 'at-least': '≥ ', exactly: '', 'at-most': '≤ ' } as const;

/** A target in signs that every language has: `≥ 80 %`; null: none. */
export function targetTold(target: Target | null): string | null {
  if (target === null) return null;
  return `${COMPARED[target.comparison]}${target.value}${target.unit === '%' ? ' %' : ''}`;
}

/** An indicator with what it has to reach: whoever decides on a change sees both. */
export function indicatorTold({ text, target }: { readonly text: string; readonly target: Target | null }): string {
  const told = targetTold(target);
  return told === null ? text : `${text} (${told})`;
}
