import type { Indicator, PlannedObjective } from '../plan/document.js';
import type { LocalDate } from '../values.js';

/** What was proposed, as one writes it to propose it again: without what a document or the plan adds. */
export function asProposed(objective: PlannedObjective, horizon: LocalDate) {
  const { mission, strategicObjective, title, participants, deadlines } = objective;
  return {
    mission,
    strategicObjective,
    title,
    participants,
    deadlines,
    horizon,
    shares: objective.shares.map(({ id, areaId, unit, weight, funding }) => ({ id, areaId, unit, weight, funding })),
    indicators: objective.indicators.map(written),
  };
}

/** Where a document had it is left out. */
function written({ source: _source, ...rest }: Indicator): Omit<Indicator, 'source'> {
  return rest;
}
