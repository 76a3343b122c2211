const DIGITS = 8;

/** A key by which ids sort as people count: `2022-2.1.1` before `2022-10.1.1`. */
export function sortKey(id: string): string {
  return id.replace(/\d+/g, (number) => number.padStart(DIGITS, '0'));
}
