import { isLocalDate, isTenureRole, tenureRoles, type ActReference, type LocalDate } from '#domain';
import type { Problem } from '../problem.js';
import { folded } from '../text.js';
import { endsBeforeItBegins, notADay, notAnAct, unknownQualification } from './list-problems.js';

/** Since when and until when somebody holds their office, and in which quality besides their roles. */
export interface ListedTenure {
  readonly from: LocalDate;
  /** Last day; null: no end is known. */
  readonly to: LocalDate | null;
  readonly qualifications: readonly string[];
  readonly act: ActReference | null;
}

/** For which office somebody stands in. */
export interface ListedDelegation {
  readonly office: string;
  /** The user name of the person in whose place; absent: of who alone holds it. */
  readonly holder?: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly act: ActReference | null;
}

type Tell = (problem: Problem) => void;

/** What sheets write behind a day. */
const TIME = /[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?Z?$/;

/** `2022-06-01`, `1/6/2022` or `1/6/22`, of this century; null where nothing is written or it is told that it is no day. */
export function dayOf(written: string, line: number, tell: Tell): LocalDate | null {
  if (written === '') return null;
  const alone = written.replace(TIME, '');
  // of 22-06-01 nobody knows which the year is
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(alone) ?? /^(\d{1,2})[/.](\d{1,2})[/.](\d{2})$/.exec(alone) ?? [];
  const date = year === '' ? alone : `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isLocalDate(date)) return date;
  tell(notADay(line, written));
  return null;
}

/** The first and the last day of something, as a row writes them; told where they are the wrong way round. */
export function daysOf([first, last]: readonly [string, string], line: number, tell: Tell) {
  const [from, to] = [dayOf(first, line, tell), dayOf(last, line, tell)];
  if (from !== null && to !== null && to < from) tell(endsBeforeItBegins(line, first, last));
  return { from, to };
}

/** `DS 7 del 01/06/2022`; null where nothing is written or it is told that it is no act. */
export function actOf(written: string, line: number, tell: Tell): ActReference | null {
  if (written === '') return null;
  const [, kind, number, day] = /^(\S+) (?:n\.? ?)?(\S+) (?:del|of) (\S+)$/i.exec(written) ?? [];
  if (kind === undefined || number === undefined || day === undefined) {
    tell(notAnAct(line, written));
    return null;
  }
  const date = dayOf(day, line, tell);
  return date === null ? null : { kind, number, date };
}

/** `RPCT, Nucleo` → `rpct`, `nucleo`; what is no qualification is told. */
export function qualificationsOf(written: string, line: number, tell: Tell): readonly string[] {
  const words = written.split(/[,;/+|]/).map((word) => word.trim());
  const found = words.filter(Boolean).flatMap((word) => {
    const quality = isOfficer(word) ? 'rpct' : folded(word);
    if (isTenureRole(quality)) return [quality];
    tell(unknownQualification(line, word, tenureRoles));
    return [];
  });
  return [...new Set(found)];
}

/** The officer against corruption by the words that offices use. */
export function isOfficer(word: string): boolean {
  return OFFICER.test(folded(word));
}

const OFFICER = /^(?:r\.?p\.?c\.?t\.?$|anticorruzione|responsabile (?:della )?prevenzione|officer against corruption)/;
