import type { Graph } from './diagram/lay-out.js';
import { wrapped } from './diagram/wrapped.js';

const LETTERS = 34;

/** A step as it is drawn: how it is called, and what else is to be said of it. */
export interface DrawnStep {
  readonly id: string;
  readonly name: string;
  readonly details: readonly string[];
  readonly outcomes: readonly string[];
}

export interface ChainWords {
  readonly start: string;
  readonly approved: string;
  readonly returned: string;
  readonly rejected: string;
  readonly return: string;
  readonly reject: string;
}

/** A chain as a graph: its steps one after the other, and where returns and rejections lead. */
export function chainGraph(steps: readonly DrawnStep[], words: ChainWords): Graph {
  const ids = ['start', ...steps.map(({ id }) => id), 'approved'];
  const offering = (outcome: string) => steps.filter(({ outcomes }) => outcomes.includes(outcome)).map(({ id }) => id);
  const ends = [
    { outcome: 'return', id: 'returned', name: words.returned, label: words.return },
    { outcome: 'reject', id: 'rejected', name: words.rejected, label: words.reject },
  ].filter(({ outcome }) => offering(outcome).length > 0);
  return {
    nodes: [
      { id: 'start', lines: [words.start], named: 1, round: true },
      ...steps.map(({ id, name, details }) => {
        const named = wrapped(name, LETTERS);
        return {
          id,
          lines: [...named, ...details.flatMap((detail) => wrapped(detail, LETTERS))],
          named: named.length,
        };
      }),
      { id: 'approved', lines: [words.approved], named: 1, round: true },
      ...ends.map(({ id, name }) => ({ id, lines: [name], named: 1, round: true })),
    ],
    edges: [
      ...ids.slice(1).map((to, index) => ({ id: `on ${to}`, from: [ids[index] ?? ''], to, label: '' })),
      ...ends.map(({ outcome, id, label }) => ({ id: outcome, from: offering(outcome), to: id, label, dashed: true })),
    ],
  };
}
