import { isLocalDate } from '../calendar/civil.js';
import type { ActReference, LocalDate } from '../values.js';

/** What tells an act from every other of its body: `DGC 54/14.03.22` and `delibera di Giunta n. 054 del 14/03/2022` are one. */
export interface ActKey {
  /** `<year>-<kind>-<number>`, also the id of its stream; the year is `undated` where a citation does not tell it. */
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  /** Null where the citation does not say it. */
  readonly date: LocalDate | null;
  readonly year: string | null;
}

/** What bodies write for one kind of act, without blanks, dots and case. */
const KINDS: readonly (readonly [kind: string, written: RegExp])[] = [
  ['dgc', /^(dgc|dgm|gc|gm|attogc|(delibera(zione)?)?(di|della|dig|dellag)?(giunta|gc)(comunale|municipale|provinciale)?)$/],
  ['dcc', /^(dcc|cc|(delibera(zione)?)?(di|del)?(consiglio|cc)(comunale|provinciale)?)$/],
  ['dgu', /^(dgu|delibera(zione)?(di|della)?gu)$/],
  ['determina', /^(det|dd|determina(zione)?(dirigenziale|delresponsabile)?)$/],
  ['decreto', /^(ds|dp|decreto(delsindaco|sindacale|delpresidente)?)$/],
  ['delibera', /^(del|delibera(zione)?)$/],
]; // prettier-ignore

/** The number as written may carry the year or the whole date: `54/2022`, `n. 54/14.03.22`. */
const NUMBER =
  /^(?:n(?:r|um|umero)?[.°º]{0,2}\s*)?0*(\d+)(?:\s*\/\s*(?:(\d{1,2})[/.-](\d{1,2})[/.-])?(\d{4}|\d{2}))?$/i;

export function actKey(reference: ActReference): ActKey {
  const kind = kindOf(reference.kind);
  const written = reference.number.trim();
  const [, digits, day, month, year] = NUMBER.exec(written) ?? [];
  const number = digits ?? slug(written);
  const date = reference.date ?? dateOf(year, month, day);
  const inYear = date?.slice(0, 4) ?? (year === undefined ? null : fullYear(year));
  return { id: `${inYear ?? 'undated'}-${kind}-${number}`, kind, number, date, year: inYear };
}

/** `DGC`, `Delibera di Giunta` and `d.G.C.` are `dgc`; of kinds of the body's own, `D.G.E.` and `DGE` are `dge`. */
export function kindOf(written: string): string {
  const plain = written.toLowerCase().replace(/[\s.’'-]/g, '');
  return KINDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? withAcronyms(slug(written));
}

/** What an act is called by today, whose id may be of a log in which `D.G.E.` was another kind than `DGE`. */
export function actIdToday(id: string): string {
  return withKind(id, withAcronyms);
}

/** The ids under which an act may be in the log: today's first, then those that older releases gave an acronym with dots. */
export function actIdsOf(id: string): readonly string[] {
  const today = actIdToday(id);
  const words = kindIn(today).split('.');
  if (KINDS.some(([kind]) => kind === words.join('.'))) return [today];
  const older = words.flatMap((word, at) =>
    /^[a-z]{2,}$/.test(word) ? [withKind(today, () => words.with(at, word.split('').join('.')).join('.'))] : [],
  );
  return [today, ...older];
}

function kindIn(id: string): string {
  return id.split('-')[1] ?? '';
}

function withKind(id: string, of: (kind: string) => string): string {
  const [year, kind = '', ...number] = id.split('-');
  return [year, of(kind), ...number].join('-');
}

/** Letters that stand alone and follow one another are an acronym. */
function withAcronyms(slugged: string): string {
  return slugged.replace(/\b[a-z](?:\.[a-z]\b)+/g, (letters) => letters.replaceAll('.', ''));
}

/** Whether an act is of one of these kinds, however either is written; of any where none is named. */
export function isOfKind({ kind }: Pick<ActReference, 'kind'>, kinds: readonly string[]): boolean {
  return kinds.length === 0 || kinds.some((wanted) => kindOf(wanted) === kindOf(kind));
}

/** Whether two references name one act. */
export function isSameAct(a: ActReference, b: ActReference): boolean {
  return actKey(a).id === actKey(b).id;
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): LocalDate | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function slug(text: string): string {
  const plain = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '');
  return plain === '' ? 'x' : plain;
}
