import { formatHundredths, type Source } from '#domain';
import type { KnownArea } from './areas.js';
import type { Ambiguity, DraftOption, DraftRow, DraftShare } from './draft.js';
import type { Party } from './parties.js';
import type { Wording } from './text.js';
import type { WeightCell } from './weight-cell.js';

export interface RowFacts {
  readonly objectiveId: string;
  readonly source: Source;
  readonly parties: readonly Party[];
  readonly weight: WeightCell;
  readonly areas: readonly KnownArea[];
}

export function sharesOf(facts: RowFacts, party: Party, weight: bigint | null, place: number | null): DraftShare[] {
  const { source, weight: cell } = facts;
  return party.areaIds.map((areaId) => ({ areaId, unit: party.unit, weight, funding: cell.funding, source, place }));
}

export function row(
  facts: RowFacts,
  shares: readonly DraftShare[],
  participants: readonly string[],
  ambiguities: readonly Ambiguity[],
): DraftRow {
  return { line: facts.source.line, shares, participants, ambiguities, places: 1 };
}

export function ambiguity(
  facts: RowFacts,
  kind: string,
  options: readonly DraftOption[],
  question: Wording,
): Ambiguity {
  return { id: `${facts.objectiveId}-${kind}`, line: facts.source.line, question, options };
}

export function nameOf({ areas }: RowFacts, areaId: string): string {
  return areas.find(({ id }) => id === areaId)?.name ?? areaId;
}

export function italian(weight: bigint): string {
  return formatHundredths(weight).replace('.', ',');
}
