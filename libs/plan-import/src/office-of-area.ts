import { namesakesAmong, onlyOf, type KnownOffice } from './lists/known-office.js';
import { withoutKind } from './names.js';
import { slug } from './text.js';

/** Offices by which the names of a plan are read. */
export interface OfficesByName {
  /** The office whose name or code was written, whole; null where none or several fit. */
  readonly called: (written: string) => KnownOffice | null;
  /** The same; else the one of what «Ufficio», «Servizio» and the like stand before. */
  readonly ofArea: (written: string) => KnownOffice | null;
  /** All that have the name. */
  readonly namesakes: (written: string) => readonly KnownOffice[];
  /** By its code, as pages call it: by the name that the body gave it, else by the first of the approval chains' file. */
  readonly withCode: (id: string) => KnownOffice | null;
}

/**
 * @param reserved  by names of their own, as the file of the approval chains has them: they come first
 * @param known  that the body has
 */
export function officesByName(
  reserved: readonly KnownOffice[] = [],
  known: readonly KnownOffice[] = [],
): OfficesByName {
  const lists = [reserved, known].map((offices) => ({ exactly: byWriting(offices), alike: namesakesAmong(offices) }));
  const read = new Map<string, KnownOffice | null>();
  const called = (written: string): KnownOffice | null => {
    const before = read.get(written);
    if (before !== undefined) return before;
    const code = slug(written);
    const ways = [...lists.map(({ exactly }) => exactly.get(code) ?? []), ...lists.map(({ alike }) => alike(written))];
    const office = ways.map((way) => onlyOf(eachOnce(way))).find((one) => one !== null) ?? null;
    read.set(written, office);
    return office;
  };
  const withCode = (id: string) => [...known, ...reserved].find((office) => office.id === id) ?? null;
  return {
    called,
    ofArea: (written) => {
      const bare = withoutKind(written);
      return called(written) ?? (bare === '' ? null : called(bare));
    },
    namesakes: (written) => lists.flatMap(({ alike }) => alike(written)),
    withCode,
  };
}

function byWriting(offices: readonly KnownOffice[]): ReadonlyMap<string, readonly KnownOffice[]> {
  const found = new Map<string, KnownOffice[]>();
  for (const office of offices) {
    for (const code of new Set([office.id, slug(office.name)])) found.set(code, [...(found.get(code) ?? []), office]);
  }
  return found;
}

function eachOnce(offices: readonly KnownOffice[]): readonly KnownOffice[] {
  return offices.filter(({ id }, index) => offices.findIndex((other) => other.id === id) === index);
}
