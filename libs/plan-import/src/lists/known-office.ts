import { initialsOf, matchNames } from '../names.js';
import { asSegretario, namesSegretariato } from '../segretariato.js';
import { quoted } from '../problem.js';
import { slug } from '../text.js';

/** An office by one of its names. */
export interface KnownOffice {
  readonly id: string;
  readonly name: string;
}

/** The offices that have the name that was written, in one of its forms, each once. */
export type Namesakes = (written: string) => readonly KnownOffice[];

/** The office that was written, by its id or by its name in one of its forms; null where none or several fit. */
export function officeNamed(written: string, offices: readonly KnownOffice[]): KnownOffice | null {
  const id = slug(written);
  const exact = offices.find((office) => office.id === id || slug(office.name) === id);
  return exact ?? onlyOf(calledSo(written, offices));
}

/** The Segretario's office under the name of the office: «Segretariato generale»; null for any other name. */
export function officeOfSegretariato(written: string, offices: readonly KnownOffice[]): KnownOffice | null {
  return namesSegretariato(written) ? officeNamed(asSegretario(written), offices) : null;
}

export function namesakesAmong(offices: readonly KnownOffice[]): Namesakes {
  // two forms of one name have the same initials: nobody compares five thousand offices with each other
  const byInitials = new Map<string, KnownOffice[]>();
  for (const office of offices) {
    const key = keyOf(office.name);
    const others = byInitials.get(key);
    if (others === undefined) byInitials.set(key, [office]);
    else others.push(office);
  }
  return (written) => calledSo(written, byInitials.get(keyOf(written)) ?? []);
}

export function onlyOf(offices: readonly KnownOffice[]): KnownOffice | null {
  return offices.length === 1 ? (offices[0] ?? null) : null;
}

/** Their codes, as a sentence names them. */
export function codesOf(offices: readonly KnownOffice[]): string {
  return offices.map(({ id }) => quoted(id)).join(', ');
}

function calledSo(written: string, offices: readonly KnownOffice[]): readonly KnownOffice[] {
  const same = offices.filter(
    ({ name }) => matchNames(written, name) === 'same' || matchNames(name, written) === 'same',
  );
  return same.filter(({ id }, index) => same.findIndex((other) => other.id === id) === index);
}

function keyOf(name: string): string {
  return Array.from(initialsOf(name)).toSorted().join('');
}
