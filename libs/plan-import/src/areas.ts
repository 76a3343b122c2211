import type { Area } from '#domain';
import { beginsWithPeople, readAreaLine, type KnownNames } from './area-line.js';
import { initialsOf, isTelling, lengthOfName, matchNames, withoutKind } from './names.js';
import type { OfficesByName } from './office-of-area.js';
import {
  officeOf,
  officeOfSegretario,
  underOneOffice,
  type NamedAlike,
  type OneOffice,
  type SameAreaDoubt,
} from './one-office.js';
import { namesSegretariato } from './segretariato.js';
import { sectorNumberOf } from './numbered-name.js';
import { collapsed, folded, sharedStems, slug } from './text.js';

/** An area as the plan writes it, in all its forms. */
export interface KnownArea {
  readonly id: string;
  /** The fullest form. */
  readonly name: string;
  readonly kind: Area['kind'];
  readonly forms: readonly string[];
  /** The units named beside it. */
  readonly units: readonly string[];
}

interface Form {
  readonly text: string;
  readonly kind: Area['kind'];
  readonly unit: string | null;
}

/** The areas that a plan has, and the names of which it is not known whether they are one. */
export interface LearnedAreas {
  readonly areas: readonly KnownArea[];
  readonly doubts: readonly SameAreaDoubt[];
}

/**
 * The areas of a plan, learned from how its area cells name them.
 *
 * @param cells  the lines of each area cell, in order
 * @param offices  an area with the name or code of one of them alone is that office
 * @param answers  question id → option id: whether two names are one area
 * @param begun  headings that are, whole, the name of an area
 */
export function learnAreas(
  cells: readonly (readonly string[])[],
  offices: OfficesByName,
  answers: Readonly<Record<string, string>>,
  begun: ReadonlySet<string>,
): LearnedAreas {
  const lines = new Set(cells.flat());
  const beside = new Set([...lines].filter((line) => !beginsWithPeople(line)).map(withoutKind));
  const forms = cells.flatMap((cell) =>
    formsOf(cell, {
      isOffice: (text) =>
        begun.has(text) || offices.called(text) !== null || (beginsWithPeople(text) && beside.has(folded(text))),
      isArea: (text) => lines.has(text),
    }),
  );
  const [areas, segretario] = [areaNames(forms), [...segretarioNames(forms, false), ...segretarioNames(forms, true)]];
  const { found, doubts } = underOneOffice([...segretario, ...areas], offices, answers);
  const inOrder = [...found.filter(({ kind }) => kind === 'area'), ...found.filter(({ kind }) => kind !== 'area')];
  return {
    areas: withOfficeIds(
      inOrder.map((office) => known(office, forms)),
      offices,
    ),
    doubts,
  };
}

/** The names of areas in the order of the plan, forms of one name together, the fullest first. */
function areaNames(forms: readonly Form[]): NamedAlike[] {
  const heads = distinct(forms.filter(({ kind }) => kind === 'area').map(({ text }) => text));
  const single = heads.filter((head) => takenApart(head, heads) === null);
  // The longest first: shorter forms are compared with fuller ones.
  const groups: [string, ...string[]][] = [];
  for (const head of [...single].sort((a, b) => nameLength(b) - nameLength(a))) {
    const same = groups.filter((group) =>
      group.some((form) => matchNames(head, form) === 'same' || matchNames(form, head) === 'same'),
    );
    const longer = groups.filter((group) => group.some((form) => matchNames(head, form) === 'beginning'));
    const home = same[0] ?? (longer.length === 1 ? longer[0] : undefined);
    if (home === undefined) groups.push([head]);
    else home.push(head);
  }
  const firstPlace = (group: readonly string[]) => Math.min(...group.map((form) => heads.indexOf(form)));
  return groups.sort((a, b) => firstPlace(a) - firstPlace(b)).map((group) => ({ kind: 'area', forms: group }));
}

/** @param ofOffice  those of the office, «Segretariato», or those of whoever holds it */
function segretarioNames(forms: readonly Form[], ofOffice: boolean): NamedAlike[] {
  const own = forms.filter(({ kind, text }) => kind === 'segretario' && namesSegretariato(text) === ofOffice);
  const names = distinct(own.map(({ text }) => text));
  const [fullest, ...others] = names.sort((a, b) => b.length - a.length);
  return fullest === undefined ? [] : [{ kind: 'segretario', forms: [fullest, ...others] }];
}

function withOfficeIds(areas: readonly KnownArea[], offices: OfficesByName): KnownArea[] {
  const taken = new Set(areas.map(({ id }) => id));
  return areas.map((area) => {
    const office =
      officeOf(area.forms, offices) ?? (area.kind === 'segretario' ? officeOfSegretario(area.forms, offices) : null);
    if (office === null || taken.has(office.id)) return area;
    taken.add(office.id);
    return { ...area, id: office.id };
  });
}

/** The area that a form names, if one does. */
export function areaNamed(form: string, areas: readonly KnownArea[]): KnownArea | null {
  const written = areas.find(({ forms }) => forms.includes(form));
  if (written !== undefined) return written;
  const fits = (wanted: 'same' | 'beginning') =>
    areas.filter(({ kind, forms }) => kind === 'area' && forms.some((known) => matchNames(form, known) === wanted));
  const [same] = fits('same');
  if (same !== undefined) return same;
  const longer = fits('beginning');
  if (longer.length === 1) return longer[0] ?? null;
  const letters = folded(form).replace(/[^a-z]/g, '');
  const byInitials = areas.filter(
    ({ kind, name }) => kind === 'area' && letters.length >= 2 && initialsOf(name) === letters,
  );
  return byInitials.length === 1 ? (byInitials[0] ?? null) : null;
}

/** The areas that stand one after the other in a line whose breaks were lost, each with the words after its name. */
export function areasWithin(line: string, names: readonly string[]): { name: string; text: string }[] {
  const words = line.split(' ');
  const found: { name: string; text: string[] }[] = [];
  for (let index = 0; index < words.length;) {
    const rest = words.slice(index, index + 12);
    const best = names
      .map((name) => ({ name, length: lengthOfName(rest, name) }))
      .sort((a, b) => b.length - a.length)[0];
    const telling = best !== undefined && best.length > 0 && isTelling(best.name);
    if (telling) {
      found.push({ name: best.name, text: rest.slice(0, best.length) });
      index += best.length;
    } else {
      if (found.length === 0) return [];
      found.at(-1)?.text.push(words[index] ?? '');
      index += 1;
    }
  }
  return found.map(({ name, text }) => ({ name, text: text.join(' ') }));
}

/** The unit of a line, and the area that has such a unit elsewhere in the plan. */
export function areaOfUnit(unit: string, areas: readonly KnownArea[]): KnownArea | null {
  const words = collapsed(unit);
  const owners = areas.filter((area) =>
    area.units.some((known) => sharedStems(words, known) > 0 && contains(known, words)),
  );
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

function contains(unit: string, part: string): boolean {
  const words = (text: string) =>
    folded(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 2);
  const all = new Set(words(unit));
  return words(part).every((word) => all.has(word));
}

function formsOf(cell: readonly string[], told: KnownNames): Form[] {
  const forms: Form[] = [];
  for (const line of cell) {
    for (const read of readAreaLine(line, forms.length === 0, told)) {
      if (read.kind === 'area' || read.kind === 'segretario')
        forms.push({ text: read.head, kind: read.kind, unit: read.unit });
    }
  }
  return forms;
}

/** A head made of two others is two areas, its line break lost. */
function takenApart(head: string, heads: readonly string[]): readonly string[] | null {
  if (sectorNumberOf(head) !== null) return null;
  const parts = areasWithin(
    head,
    heads.filter((other) => other !== head && nameLength(other) < nameLength(head)),
  );
  return parts.length > 1 && parts.every(({ name, text }) => matchNames(text, name) === 'same')
    ? parts.map(({ name }) => name)
    : null;
}

function known({ kind, forms: own, others }: OneOffice, forms: readonly Form[]): KnownArea {
  const [name = ''] = own.toSorted(
    (a, b) => nameLength(b) - nameLength(a) || Number(b === b.toUpperCase()) - Number(a === a.toUpperCase()),
  );
  const all = [...own, ...others];
  const units = distinct(forms.filter(({ text }) => all.includes(text)).flatMap(({ unit }) => unit ?? []));
  return { id: slug(name), name, kind, forms: all, units };
}

function nameLength(form: string): number {
  return folded(form).replace(/[^a-z0-9]/g, '').length;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
