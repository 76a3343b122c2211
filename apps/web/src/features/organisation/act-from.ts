export interface ActTyped {
  /** `DS 7 del 01/06/2022`; nothing: no act. */
  readonly act: string;
}

const WRITTEN = /^(\S+) (?:n\. ?)?(\S+) del (\d{2})\/(\d{2})\/(\d{4})$/;

/** An act as people cite it; null where nothing is written, undefined where it cannot be understood. */
export function actFrom(text: string) {
  if (text.trim() === '') return null;
  const [, kind, number, day, month, year] = WRITTEN.exec(text.trim()) ?? [];
  if (kind === undefined || number === undefined) return undefined;
  return { kind, number, date: `${year}-${month}-${day}` };
}
