import { at } from './place.js';
import { formatHundredths } from '#domain';
import type { DraftOption, DraftRow } from './draft.js';
import type { Party } from './parties.js';
import { ambiguity, italian, row, sharesOf, type RowFacts } from './row-facts.js';

/** More ways than this to lay weights on lines, and the text is no table any more. */
const MOST_OPTIONS = 24;

/** One area, several weights: parts of the objective that add up, or one weight written again. */
export function oneLine(facts: RowFacts, party: Party, bystanders: readonly string[]): DraftRow {
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
    it: `Alla riga ${at(facts.source.line)} «${party.text}» ha ${weights.length} volte il peso ${w}: contano tutte?`,
    en: `At line ${at(facts.source.line)} “${party.text}” has the weight ${english} ${weights.length} times: do all count?`,
  });
  return { ...row(facts, [], bystanders, [asked]), places: weights.length };
}

/** Several areas, one weight: for each, for one of them, or divided. */
export function oneWeight(facts: RowFacts, lines: readonly Party[], bystanders: readonly string[]): DraftRow {
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
    it: `Alla riga ${at(facts.source.line)} c'è un solo peso (${w}) per ${lines.length} voci: ${lines.map(({ text }) => `«${text}»`).join(', ')}. A chi va?`,
    en: `At line ${at(facts.source.line)} there is one weight (${formatHundredths(weight)}) for ${lines.length} entries: ${lines.map(({ text }) => `“${text}”`).join(', ')}. Whose is it?`,
  });
  return { ...row(facts, [], bystanders, [asked]), places: lines.length };
}

/** Fewer weights than lines: every way to lay them on the lines in their order; the others take part without. */
export function fewerWeights(facts: RowFacts, lines: readonly Party[], bystanders: readonly string[]): DraftRow {
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
    it: `Alla riga ${at(facts.source.line)} ci sono ${lines.length} voci e ${weights.length} pesi (${weights.map(italian).join(' e ')}): a chi vanno?`,
    en: `At line ${at(facts.source.line)} there are ${lines.length} entries and ${weights.length} weights (${weights.map(formatHundredths).join(' and ')}): whose are they?`,
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
export function moreWeights(facts: RowFacts, lines: readonly Party[], bystanders: readonly string[]): DraftRow {
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
    it: `Alla riga ${at(facts.source.line)} ci sono ${weights.length} pesi per ${lines.length} voci: a chi vanno?`,
    en: `At line ${at(facts.source.line)} there are ${weights.length} weights for ${lines.length} entries: whose are they?`,
  });
  return { ...row(facts, [], bystanders, [asked]), places: lines.length };
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
