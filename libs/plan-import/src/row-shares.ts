import { formatHundredths, type Source } from '#domain';
import type { KnownArea } from './areas.js';
import type { Ambiguity, DraftOption, DraftRow, DraftShare } from './draft.js';
import { withUnitsApart, type Party } from './parties.js';
import type { Wording } from './text.js';
import type { WeightCell } from './weight-cell.js';

export interface RowFacts {
  readonly objectiveId: string;
  readonly source: Source;
  readonly parties: readonly Party[];
  readonly weight: WeightCell;
  readonly areas: readonly KnownArea[];
}

/** More ways than this to lay weights on lines, and the text is no table any more. */
const MOST_OPTIONS = 24;

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

/** An office with a weight but no area of its own: one of those named above it, the nearest first, or none. */
function whoseUnit(
  facts: RowFacts,
  party: Party,
  weight: bigint,
  place: number | null,
  owners: readonly string[],
): Ambiguity {
  const unit = party.unit ?? party.text;
  const w = italian(weight);
  const options: DraftOption[] = owners.map((areaId) => ({
    id: areaId,
    label: {
      it: `A ${nameOf(facts, areaId)}: il peso ${w} di «${unit}» si aggiunge ai suoi`,
      en: `To ${nameOf(facts, areaId)}: the weight ${formatHundredths(weight)} of “${unit}” adds to its own`,
    },
    shares: sharesOf(facts, { ...party, areaIds: [areaId] }, weight, place),
    participants: [],
  }));
  const none = {
    id: 'none',
    label: {
      it: `A nessuna area: «${unit}» partecipa e il peso ${w} non si conta`,
      en: `To no area: “${unit}” takes part and the weight ${formatHundredths(weight)} does not count`,
    },
    shares: [],
    participants: [unit],
  };
  return ambiguity(facts, `owner`, [...options, none], {
    it: `Di quale area è «${unit}», che alla riga ${facts.source.line} ha il peso ${w} ma non il nome di un'area?`,
    en: `Which area does “${unit}” belong to, which at line ${facts.source.line} has the weight ${formatHundredths(weight)} but no area's name?`,
  });
}

/** "Segretario e ufficio di staff", one weight: the Segretario's alone, or the same again for the office's own area. */
function weightBeside(
  facts: RowFacts,
  party: Party,
  unit: string,
  areaId: string,
  weight: bigint,
  place: number | null,
): Ambiguity {
  const w = italian(weight);
  const alone = nameOf(facts, party.areaIds[0] ?? '');
  return ambiguity(
    facts,
    'beside',
    [
      {
        id: 'takes-part',
        label: {
          it: `No: il peso ${w} è di ${alone}, «${unit}» partecipa senza peso`,
          en: `No: the weight ${formatHundredths(weight)} is for ${alone}, “${unit}” takes part without one`,
        },
        shares: [],
        participants: [unit],
      },
      {
        id: 'own-weight',
        label: {
          it: `Sì: altri ${w} vanno a ${nameOf(facts, areaId)}`,
          en: `Yes: another ${formatHundredths(weight)} goes to ${nameOf(facts, areaId)}`,
        },
        shares: sharesOf(facts, { ...party, areaIds: [areaId], unit }, weight, place),
        participants: [],
      },
    ],
    {
      it: `Alla riga ${facts.source.line} «${party.text}» hanno un solo peso (${w}): «${unit}» ne ha uno proprio?`,
      en: `At line ${facts.source.line} “${party.text}” have one weight (${formatHundredths(weight)}): has “${unit}” one of its own?`,
    },
  );
}

/** One area, several weights: parts of the objective that add up, or one weight written again. */
function oneLine(facts: RowFacts, party: Party, bystanders: readonly string[]): DraftRow {
  const { weights } = facts.weight;
  const each = weights.flatMap((weight, place) => sharesOf(facts, party, weight, place));
  const same = weights.every((weight) => weight === weights[0]);
  if (!same) return { ...row(facts, each, bystanders, []), places: weights.length };
  const w = italian(weights[0] ?? 0n);
  const english = formatHundredths(weights[0] ?? 0n);
  const options: DraftOption[] = [
    {
      id: 'all',
      label: {
        it: `Sì: sono ${weights.length} quote da ${w}`,
        en: `Yes: they are ${weights.length} shares of ${english}`,
      },
      shares: each,
      participants: [],
    },
    {
      id: 'once',
      label: {
        it: `No: è un solo peso (${w}) scritto ${weights.length} volte`,
        en: `No: it is one weight (${english}) written ${weights.length} times`,
      },
      shares: sharesOf(facts, party, weights[0] ?? 0n, null),
      participants: [],
    },
  ];
  const asked = ambiguity(facts, 'repeated', options, {
    it: `Alla riga ${facts.source.line} «${party.text}» ha ${weights.length} volte il peso ${w}: contano tutte?`,
    en: `At line ${facts.source.line} “${party.text}” has the weight ${english} ${weights.length} times: do all count?`,
  });
  return { ...row(facts, [], bystanders, [asked]), places: weights.length };
}

/** Several areas, one weight: for each, for one of them, or divided. */
function oneWeight(facts: RowFacts, lines: readonly Party[], bystanders: readonly string[]): DraftRow {
  const weight = facts.weight.weights[0] ?? 0n;
  const w = italian(weight);
  const areas = lines.filter(({ kind }) => kind !== 'people');
  const only = (party: Party, index: number): DraftOption => ({
    id: `only-${party.areaIds.length === 1 ? (party.areaIds[0] ?? '') : `line-${index + 1}`}`,
    label: { it: `Solo a «${party.text}»`, en: `Only to “${party.text}”` },
    shares: sharesOf(facts, party, weight, index),
    participants: lines.filter((other) => other !== party).map(({ text }) => text),
  });
  const onlies = distinctById(
    [...areas, ...lines.filter(({ kind }) => kind === 'people')].map((party) => only(party, lines.indexOf(party))),
  );
  const options: DraftOption[] = [];
  if (areas.length > 1) {
    options.push({
      id: 'each',
      label: { it: `A ciascuna ${w}`, en: `${formatHundredths(weight)} to each` },
      shares: areas.flatMap((party) => sharesOf(facts, party, weight, lines.indexOf(party))),
      participants: lines.filter(({ kind }) => kind === 'people').map(({ text }) => text),
    });
  }
  options.push(...onlies);
  const count = BigInt(areas.length);
  if (count > 1n && weight % count === 0n) {
    const part = weight / count;
    options.push({
      id: 'divided',
      label: {
        it: `Diviso in parti uguali, ${italian(part)} ciascuna`,
        en: `Divided equally, ${formatHundredths(part)} each`,
      },
      shares: areas.flatMap((party) => sharesOf(facts, party, part, lines.indexOf(party))),
      participants: lines.filter(({ kind }) => kind === 'people').map(({ text }) => text),
    });
  }
  const asked = ambiguity(facts, 'one-weight', options.slice(0, MOST_OPTIONS), {
    it: `Alla riga ${facts.source.line} c'è un solo peso (${w}) per ${lines.length} voci: ${lines.map(({ text }) => `«${text}»`).join(', ')}. A chi va?`,
    en: `At line ${facts.source.line} there is one weight (${formatHundredths(weight)}) for ${lines.length} entries: ${lines.map(({ text }) => `“${text}”`).join(', ')}. Whose is it?`,
  });
  return { ...row(facts, [], bystanders, [asked]), places: lines.length };
}

/** Fewer weights than lines: every way to lay them on the lines in their order; the others take part without. */
function fewerWeights(facts: RowFacts, lines: readonly Party[], bystanders: readonly string[]): DraftRow {
  const { weights } = facts.weight;
  const ways = choices(lines.length, weights.length)
    .map((way, order) => ({ way, order, doubt: doubtOf(facts, lines, way) }))
    .sort((a, b) => a.doubt - b.doubt || a.order - b.order);
  const options = ways.slice(0, MOST_OPTIONS).map(({ way }): DraftOption => {
    const pairs = way.map((place, index) => ({ party: lines[place] as Party, place, weight: weights[index] ?? 0n }));
    const others = lines.filter((_, place) => !way.includes(place)).map(({ text }) => text);
    const said = (format: (weight: bigint) => string) =>
      pairs.map(({ party, weight }) => `${format(weight)} → ${party.text}`).join('; ');
    return {
      id: `lines-${way.map((place) => place + 1).join('-')}`,
      label: {
        it: `${said(italian)}; senza peso: ${others.join(', ')}`,
        en: `${said(formatHundredths)}; without weight: ${others.join(', ')}`,
      },
      shares: pairs.flatMap(({ party, weight, place }) => sharesOf(facts, party, weight, place)),
      participants: others,
    };
  });
  const asked = ambiguity(facts, 'places', options, {
    it: `Alla riga ${facts.source.line} ci sono ${lines.length} voci e ${weights.length} pesi (${weights.map(italian).join(' e ')}): a chi vanno?`,
    en: `At line ${facts.source.line} there are ${lines.length} entries and ${weights.length} weights (${weights.map(formatHundredths).join(' and ')}): whose are they?`,
  });
  return { ...row(facts, [], bystanders, [asked]), places: lines.length };
}

/** A weight on people who take part, and one that its blank lines put elsewhere, speak against a way. */
function doubtOf({ weight }: RowFacts, lines: readonly Party[], way: readonly number[]): number {
  let doubt = 0;
  let line = -1;
  way.forEach((place, index) => {
    if (lines[place]?.kind === 'people') doubt += 10;
    line += (weight.gaps[index] ?? 0) + 1;
    if (line !== place) doubt += 1;
  });
  return doubt;
}

/** More weights than lines, more than one line: every way to cut the weights into runs, one a line. */
function moreWeights(facts: RowFacts, lines: readonly Party[], bystanders: readonly string[]): DraftRow {
  const { weights } = facts.weight;
  const cuts = choices(weights.length - 1, lines.length - 1).slice(0, MOST_OPTIONS);
  const options = cuts.map((cut): DraftOption => {
    const ends = [...cut.map((place) => place + 1), weights.length];
    const runs = ends.map((end, index) => weights.slice(index === 0 ? 0 : ends[index - 1], end));
    const said = (format: (weight: bigint) => string) =>
      runs.map((run, index) => `${run.map(format).join(' + ')} → ${lines[index]?.text ?? ''}`).join('; ');
    return {
      id: `runs-${runs.map(({ length }) => length).join('-')}`,
      label: { it: said(italian), en: said(formatHundredths) },
      shares: runs.flatMap((run, index) =>
        run.flatMap((weight) => sharesOf(facts, lines[index] as Party, weight, index)),
      ),
      participants: [],
    };
  });
  const asked = ambiguity(facts, 'runs', options, {
    it: `Alla riga ${facts.source.line} ci sono ${weights.length} pesi per ${lines.length} voci: a chi vanno?`,
    en: `At line ${facts.source.line} there are ${weights.length} weights for ${lines.length} entries: whose are they?`,
  });
  return { ...row(facts, [], bystanders, [asked]), places: lines.length };
}

function sharesOf(facts: RowFacts, party: Party, weight: bigint | null, place: number | null): DraftShare[] {
  const { source, weight: cell } = facts;
  return party.areaIds.map((areaId) => ({ areaId, unit: party.unit, weight, funding: cell.funding, source, place }));
}

function ownersAbove(lines: readonly Party[], index: number): string[] {
  const above = lines
    .slice(0, index)
    .reverse()
    .filter(({ kind }) => kind === 'area');
  return [...new Set(above.flatMap(({ areaIds }) => areaIds))];
}

function row(
  facts: RowFacts,
  shares: readonly DraftShare[],
  participants: readonly string[],
  ambiguities: readonly Ambiguity[],
): DraftRow {
  return { line: facts.source.line, shares, participants, ambiguities, places: 1 };
}

function ambiguity(facts: RowFacts, kind: string, options: readonly DraftOption[], question: Wording): Ambiguity {
  return { id: `${facts.objectiveId}-${kind}`, line: facts.source.line, question, options };
}

function named(parties: readonly Party[]): string[] {
  return parties.map(({ text }) => text);
}

function nameOf({ areas }: RowFacts, areaId: string): string {
  return areas.find(({ id }) => id === areaId)?.name ?? areaId;
}

export function italian(weight: bigint): string {
  return formatHundredths(weight).replace('.', ',');
}

function distinctById(options: readonly DraftOption[]): DraftOption[] {
  return options.filter(({ id }, index) => options.findIndex((other) => other.id === id) === index);
}

/** The ways to choose `count` places of `size`, in order; the first thousand where there are more. */
function choices(size: number, count: number): number[][] {
  let ways: number[][] = [[]];
  for (let taken = 0; taken < count; taken++) {
    ways = ways
      .flatMap((way) =>
        Array.from({ length: size - (way.at(-1) ?? -1) - 1 }, (_, step) => [...way, (way.at(-1) ?? -1) + 1 + step]),
      )
      .filter((way) => size - (way.at(-1) ?? -1) - 1 >= count - taken - 1)
      .slice(0, 1000);
  }
  return ways;
}
