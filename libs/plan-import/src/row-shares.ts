import { whoseUnit, weightBeside } from './doubtful-offices.js';
import type { Ambiguity, DraftRow, DraftShare } from './draft.js';
import { withUnitsApart, type Party } from './parties.js';
import { row, sharesOf, type RowFacts } from './row-facts.js';
import { fewerWeights, moreWeights, oneLine, oneWeight } from './uneven-rows.js';

/**
 * Whose the weights of a row are. Where lines and weights do not pair off, every way to pair them is an option.
 */
export function sharesOfRow(facts: RowFacts): DraftRow {
  const { weight } = facts;
  const parties = weight.weights.length > facts.parties.length ? withUnitsApart(facts.parties) : facts.parties;
  if (weight.weights.length === 0) return withoutWeights(facts, parties);
  const lines = bearing(parties, weight.weights.length);
  if (lines.length === 0) return row(facts, [], named(parties), []);
  const bystanders = named(parties.filter((party) => !lines.some(({ text }) => text.includes(party.text))));
  if (lines.length === weight.weights.length) return paired(facts, lines, bystanders);
  if (lines.length === 1) return oneLine(facts, lines[0] as Party, bystanders);
  if (weight.weights.length === 1) return oneWeight(facts, lines, bystanders);
  return weight.weights.length < lines.length
    ? fewerWeights(facts, lines, bystanders)
    : moreWeights(facts, lines, bystanders);
}

/** Money of its own in place of a weight, or nothing: then the areas only take part. */
function withoutWeights(facts: RowFacts, parties: readonly Party[]): DraftRow {
  const { funding } = facts.weight;
  if (funding === null) return row(facts, [], named(parties), []);
  const lines = withUnitsAbove(parties).filter(({ kind }) => kind === 'area' || kind === 'group');
  const shares = lines.flatMap((party, place) => sharesOf(facts, party, null, lines.length > 1 ? place : null));
  return row(facts, shares, named(parties.filter(({ kind }) => kind === 'people')), []);
}

/** The lines that can bear a weight. With fewer weights than lines, an office is part of the area above it. */
function bearing(parties: readonly Party[], weights: number): readonly Party[] {
  const able = parties.filter(({ kind, areaIds }) => kind === 'unit' || areaIds.length > 0);
  const lines = weights < able.length ? withUnitsAbove(able) : able;
  return lines.some(({ kind }) => kind !== 'unit') ? lines : [];
}

function withUnitsAbove(parties: readonly Party[]): Party[] {
  const lines: Party[] = [];
  for (const party of parties) {
    const above = lines.at(-1);
    if (party.kind === 'unit' && above?.kind === 'area') {
      const unit = above.unit === null ? party.unit : `${above.unit}, ${party.unit ?? ''}`;
      lines[lines.length - 1] = { ...above, unit, text: `${above.text} ${party.text}` };
    } else lines.push(party);
  }
  return lines;
}

function paired(facts: RowFacts, lines: readonly Party[], bystanders: readonly string[]): DraftRow {
  const shares: DraftShare[] = [];
  const ambiguities: Ambiguity[] = [];
  const participants = [...bystanders];
  lines.forEach((party, index) => {
    const weight = facts.weight.weights[index] ?? 0n;
    const place = lines.length > 1 ? index : null;
    if (party.kind === 'unit') {
      const owners = ownersAbove(lines, index);
      if (owners.length > 1) ambiguities.push(whoseUnit(facts, party, weight, place, owners));
      else shares.push(...sharesOf(facts, { ...party, areaIds: owners }, weight, place));
      return;
    }
    shares.push(...sharesOf(facts, party, weight, place));
    if (party.beside !== null) {
      if (party.beside.areaId === null || party.beside.areaId === party.areaIds[0])
        participants.push(party.beside.unit);
      else ambiguities.push(weightBeside(facts, party, party.beside.unit, party.beside.areaId, weight, place));
    }
  });
  return { ...row(facts, shares, participants, ambiguities), places: lines.length };
}

function ownersAbove(lines: readonly Party[], index: number): string[] {
  const above = lines
    .slice(0, index)
    .reverse()
    .filter(({ kind }) => kind === 'area');
  return [...new Set(above.flatMap(({ areaIds }) => areaIds))];
}

function named(parties: readonly Party[]): string[] {
  return parties.map(({ text }) => text);
}
