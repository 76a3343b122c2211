import type { Area } from '#domain';
import type { Ambiguity } from './draft.js';
import type { KnownOffice } from './lists/known-office.js';
import { withoutKind } from './names.js';
import { sectorNumberOf, type SectorNumber } from './numbered-name.js';
import type { OfficesByName } from './office-of-area.js';
import { quoted } from './problem.js';
import { asSegretario } from './segretariato.js';
import { slug } from './text.js';

/** Forms of one name, the fullest first, as the plan writes them. */
export interface NamedAlike {
  readonly kind: Area['kind'];
  readonly forms: readonly [string, ...string[]];
}

/** An area under all its names. */
export interface OneOffice extends NamedAlike {
  /** Forms of another name of the same office. */
  readonly others: readonly string[];
}

/** Two names of which only a person knows whether they are one area. */
export interface SameAreaDoubt {
  readonly id: string;
  readonly one: string;
  readonly other: string;
}

const [SAME, ANOTHER] = ['same', 'another'] as const;

/**
 * Brings together names of one office: those by which the body's offices are the same one, and, unless a person says
 * that they are two, those of which nobody knows and that differ by «Ufficio», «Servizio n. 2» alone, or by what stands
 * beside the number of a sector; and «Segretariato generale», which may be an area beside the Segretario.
 *
 * @param names  whoever others are compared with first
 * @param answers  question id → option id
 */
export function underOneOffice(
  names: readonly NamedAlike[],
  offices: OfficesByName,
  answers: Readonly<Record<string, string>>,
): { readonly found: readonly OneOffice[]; readonly doubts: readonly SameAreaDoubt[] } {
  const found: Found[] = [];
  const doubts: SameAreaDoubt[] = [];
  const join = (place: number, forms: readonly string[]) => {
    const home = found[place];
    if (home !== undefined) found[place] = { ...home, others: [...home.others, ...forms] };
  };
  for (const { kind, forms } of names) {
    const office = officeOf(forms, offices);
    const own = office === null ? -1 : found.findIndex((one) => one.office?.id === office.id);
    if (own >= 0) {
      join(own, forms);
      continue;
    }
    const named = { kind, forms, others: [], office, ...namesIn(forms) };
    const maybe = found.filter(
      (one) => one.kind === kind && (one.office === null || office === null) && mayBeOne(one, named),
    );
    const like = maybe.find((one) => sharesName(one, named)) ?? (maybe.length === 1 ? maybe[0] : undefined);
    if (like !== undefined) {
      const doubt = { id: `${slug(forms[0])}-same-area`, one: like.forms[0], other: forms[0] };
      doubts.push(doubt);
      if (answers[doubt.id] !== ANOTHER) {
        join(found.indexOf(like), forms);
        continue;
      }
    }
    // there is one Segretario: whatever else is called so is an area
    found.push(like !== undefined && kind === 'segretario' ? { ...named, kind: 'area' } : named);
  }
  return { found: found.map(({ kind, forms, others }) => ({ kind, forms, others })), doubts };
}

interface Names {
  /** Without «Ufficio» and the like. */
  readonly bare: ReadonlySet<string>;
  readonly sectors: readonly SectorNumber[];
}

interface Found extends OneOffice, Names {
  readonly office: KnownOffice | null;
}

function namesIn(forms: readonly string[]): Names {
  return {
    bare: new Set(forms.map(withoutKind).filter((name) => name !== '')),
    // a sector beside the Segretario is another area
    sectors: forms.filter((form) => !/segretari/i.test(form)).flatMap((form) => sectorNumberOf(form) ?? []),
  };
}

/** Names with one in common, a sector by its number and by number and name, the Segretario and the Segretariato. */
function mayBeOne(one: Found, other: Found): boolean {
  if (one.kind === 'segretario' || sharesName(one, other)) return true;
  return one.sectors.some((a) => other.sectors.some((b) => a.number === b.number && a.alone !== b.alone));
}

function sharesName(one: Names, other: Names): boolean {
  return [...one.bare].some((name) => other.bare.has(name));
}

/** The office that has the name: a whole name in any form before what stands behind «Ufficio» in another. */
export function officeOf(forms: readonly string[], offices: OfficesByName): KnownOffice | null {
  const named = (read: (form: string) => KnownOffice | null) => forms.map(read).find((office) => office !== null);
  return named(offices.called) ?? named(offices.ofArea) ?? null;
}

/** The office of the Segretario under the names of an area that is theirs, also where it is called «Segretariato». */
export function officeOfSegretario(forms: readonly string[], offices: OfficesByName): KnownOffice | null {
  return officeOf(forms.map(asSegretario), offices);
}

/** A doubt as a question, at the line where the second name stands first. */
export function sameAreaQuestion({ id, one, other }: SameAreaDoubt, line: number): Ambiguity {
  const [first, second] = [quoted(one), quoted(other)];
  return {
    id,
    line,
    question: {
      it: `${first} e ${second} sono la stessa area, scritta in due modi?`,
      en: `Are ${first} and ${second} the same area, written in two ways?`,
    },
    options: [
      {
        id: SAME,
        label: { it: 'Sì: una sola area, con tutte le loro quote', en: 'Yes: one area, with all their shares' },
        shares: [],
        participants: [],
      },
      {
        id: ANOTHER,
        label: { it: 'No: due aree, ciascuna con le sue quote', en: 'No: two areas, each with its shares' },
        shares: [],
        participants: [],
      },
    ],
  };
}
