import { matchNames } from '../names.js';
import { slug } from '../text.js';

/** An office by one of its names. */
export interface KnownOffice {
  readonly id: string;
  readonly name: string;
}

/** The office that was written, by its id or by its name in one of its forms; null where none or several fit. */
export function officeNamed(written: string, offices: readonly KnownOffice[]): KnownOffice | null {
  const id = slug(written);
  const exact = offices.find((office) => office.id === id || slug(office.name) === id);
  if (exact !== undefined) return exact;
  const same = offices.filter(
    ({ name }) => matchNames(written, name) === 'same' || matchNames(name, written) === 'same',
  );
  return new Set(same.map((office) => office.id)).size === 1 ? (same[0] ?? null) : null;
}
