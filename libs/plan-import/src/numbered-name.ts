import { numberOf } from './ordinal.js';
import { folded } from './text.js';

const KIND = '(?:area|settore|direzione|ripartizione|dipartimento)';
const NUMBER = String.raw`(?:\d{1,2}|[ivx]{1,4})`;
const LABEL = String.raw`(?:${KIND} (?:n(?:r|um)?[.°º]? ?)?(${NUMBER})[°º^]?|(${NUMBER})[°º^.]? ${KIND})`;
const ALONE = new RegExp(`^${LABEL}$`, 'i');
const FIRST = new RegExp(String.raw`^${LABEL} ?[-–—:,.(] ?(?=\p{L}{3})`, 'iu');
const LAST = new RegExp(String.raw` ?[-–—(] ?${LABEL}\)?$`, 'iu');
const DASH = /^\s+[-–—]\s+$/;

/** The number by which a name calls a sector: 3 of «Settore III», and of «Settore 3 - Area Tecnica». */
export interface SectorNumber {
  readonly number: number;
  /** Nothing but the number is said. */
  readonly alone: boolean;
}

export function sectorNumberOf(name: string): SectorNumber | null {
  const plain = folded(name);
  const alone = ALONE.exec(plain);
  const [, one, other] = alone ?? FIRST.exec(plain) ?? LAST.exec(plain) ?? [];
  const written = one ?? other;
  return written === undefined ? null : { number: numberOf(written), alone: alone !== null };
}

/**
 * Parts of a line, each with the sign before it: a sector's number and its name with a dash between them are one.
 *
 * @param isOther  what is somebody else beside a number as well
 */
export function numbersWithNames(parts: readonly string[], isOther: (part: string) => boolean): string[] {
  const names: string[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [sign = '', part = ''] = [parts[index - 1], parts[index]];
    const before = names.at(-1);
    if (before === undefined || isOther(before) || isOther(part) || !DASH.test(sign)) names.push(part);
    else if (ALONE.test(folded(before)) !== ALONE.test(folded(part)))
      names[names.length - 1] = `${before}${sign}${part}`;
    else names.push(part);
  }
  return names.filter(Boolean);
}
