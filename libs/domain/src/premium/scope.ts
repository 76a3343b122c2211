import type { PlanDocument, PlannedShare } from '../plan/document.js';
import type { FundScope } from './messages.js';

/**
 * The planned shares that a fund is for, each with its objective. Those without weight are outside the funds that are
 * divided by weight: each has money of its own. Whether one was removed by itself, or paid, its objective knows.
 */
export function sharesInScope(
  { objectives, areas, removed = [] }: PlanDocument,
  scope: FundScope,
): readonly (PlannedShare & { readonly objective: string })[] {
  const kindOf = new Map(areas.map(({ id, kind }) => [id, kind]));
  const all = objectives
    .filter(({ id }) => !removed.includes(id))
    .flatMap(({ id: objective, shares }) => shares.map((share) => ({ ...share, objective })));
  switch (scope.kind) {
    case 'areas':
      return all.filter(({ areaId, weight }) => weight !== null && kindOf.get(areaId) === 'area');
    case 'segretario':
      return all.filter(({ areaId, weight }) => weight !== null && kindOf.get(areaId) === 'segretario');
    case 'share':
      return all.filter(({ id, weight }) => id === scope.shareId && weight === null);
  }
}
