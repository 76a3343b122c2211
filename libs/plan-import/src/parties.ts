import { areaNamed, areaOfUnit, areasWithin, type KnownArea } from './areas.js';
import { beginsWithPeople, beginsWithUnit, readAreaLine } from './area-line.js';
import { sentencesOfCell } from './cell.js';
import { sectorNumberOf } from './numbered-name.js';
import { folded } from './text.js';

/** Whom one line of an area cell names. */
export interface Party {
  /** `people`: take part, as a rule without a weight. `unit`: an office whose area is not named beside it. */
  readonly kind: 'area' | 'group' | 'people' | 'unit';
  /** Which areas it stands for; none for a unit, nor for people who belong to none in particular. */
  readonly areaIds: readonly string[];
  readonly unit: string | null;
  /** The line as written. */
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** An office named together with the area that belongs to another one elsewhere in the plan. */
  readonly beside: { readonly unit: string; readonly areaId: string | null } | null;
}

/** Whom an area cell names, line by line. */
export function partiesOf(cell: string, areas: readonly KnownArea[]): Party[] {
  const parties: Party[] = [];
  for (const { text, gap } of sentencesOfCell(cell)) {
    const first = !parties.some(({ kind }) => kind === 'area');
    const numbered = sectorNumberOf(text)?.alone === false && areaNamed(text, areas) !== null;
    const glued = areasWithin(
      text,
      // «Personale» may be an office, but behind another name it is its people
      areas.flatMap(({ kind, forms }) => (kind === 'area' ? forms.filter((form) => !beginsWithPeople(form)) : [])),
    );
    if (glued.length > 1 && !numbered) {
      for (const { name, text: part } of glued) parties.push(...read(part, gap, true, areas, name));
    } else parties.push(...read(text, gap, first, areas, null));
  }
  return parties;
}

/** Two offices of one line apart: "Personale operaio Personale addetto alle pulizie". */
export function withUnitsApart(parties: readonly Party[]): Party[] {
  return parties.flatMap((party) => {
    const words = (party.unit ?? '').split(' ');
    const starts = words.flatMap((word, index) => (index > 0 && beginsWithUnit(word) ? [index] : []));
    const [cut] = starts.filter((start) => folded(words[start] ?? '') === folded(words[0] ?? '')).concat(starts);
    if (cut === undefined || party.kind !== 'area') return [party];
    const rest = words.slice(cut).join(' ');
    return [
      { ...party, unit: words.slice(0, cut).join(' ') },
      { kind: 'unit', areaIds: [], unit: rest, text: rest, gap: 0, beside: null },
    ];
  });
}

function read(text: string, gap: number, first: boolean, areas: readonly KnownArea[], name: string | null): Party[] {
  const segretario = areas.find(({ kind }) => kind === 'segretario')?.id;
  const isArea = (line: string) => areas.some(({ kind, forms }) => kind === 'area' && forms.includes(line));
  return readAreaLine(text, first, { isOffice: isArea, isArea }).map((line): Party => {
    switch (line.kind) {
      case 'group':
        return {
          kind: 'group',
          areaIds: membersOf(line.text, areas, line.withSegretario),
          unit: null,
          text,
          gap,
          beside: null,
        };
      case 'participants': {
        const areaIds = line.withSegretario && segretario !== undefined ? [segretario] : [];
        return { kind: 'people', areaIds, unit: null, text, gap, beside: null };
      }
      case 'unit': {
        // "Servizi sociali" may be an area, though it begins as an office does.
        const area = areaNamed(line.text, areas);
        if (area !== null && area.forms.includes(line.text))
          return { kind: 'area', areaIds: [area.id], unit: null, text, gap, beside: null };
        return { kind: 'unit', areaIds: [], unit: line.text, text, gap, beside: null };
      }
      default: {
        const written = areas.find(({ forms }) => forms.includes(line.head))?.id;
        const area = line.kind === 'segretario' ? (written ?? segretario) : areaNamed(name ?? line.head, areas)?.id;
        const beside =
          line.beside === null ? null : { unit: line.beside, areaId: areaOfUnit(line.beside, areas)?.id ?? null };
        return { kind: 'area', areaIds: area === undefined ? [] : [area], unit: line.unit, text, gap, beside };
      }
    }
  });
}

function membersOf(text: string, areas: readonly KnownArea[], withSegretario: boolean): string[] {
  const [, exception] = /(?:tranne|eccetto|esclus[oaie]|ad eccezione)(.*)$/i.exec(text) ?? [];
  const left = exception === undefined ? null : folded(exception);
  return areas
    .filter(({ kind }) => kind === 'area' || withSegretario)
    .filter(({ forms }) => left === null || !forms.some((form) => left.includes(folded(form))))
    .map(({ id }) => id);
}
