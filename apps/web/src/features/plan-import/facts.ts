import type { Objective } from './read-document.js';

export const PAGE_OF_FACTS = 40;

/** Line → the objectives of which something stands there. */
export function objectivesByLine(objectives: readonly Objective[]): ReadonlyMap<number, readonly string[]> {
  const byLine = new Map<number, string[]>();
  for (const objective of objectives) {
    for (const line of linesOf(objective)) byLine.set(line, [...(byLine.get(line) ?? []), objective.id]);
  }
  return byLine;
}

/** Every line of which the objective has something, in order. */
export function linesOf({ line, shares, indicators, deadlines }: Objective): readonly number[] {
  const all = [line, ...[...shares, ...indicators, ...deadlines].map((fact) => fact.line)];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** Which page an objective is on; counts from 0. */
export function pageOf(objectives: readonly Objective[], id: string | undefined): number {
  const index = objectives.findIndex((objective) => objective.id === id);
  return index < 0 ? 0 : Math.floor(index / PAGE_OF_FACTS);
}
