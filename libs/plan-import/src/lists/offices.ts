import { folded, slug } from '../text.js';
import type { Problem } from '../problem.js';
import { readList, type Fields, type ListReading } from './list.js';
import type { ListColumn } from './list-columns.js';
import { asSegretario } from '../segretariato.js';
import { namesakesAmong, officeNamed, officeOfSegretariato, onlyOf, type KnownOffice } from './known-office.js';
import {
  missingValue,
  sameName,
  sameOffice,
  takenForSegretario,
  tooLong,
  unknownKind,
  unusableCode,
} from './list-problems.js';
import { recordsOfFile } from './records.js';

export interface ListedOffice {
  readonly id: string;
  readonly name: string;
  readonly kind: 'area' | 'office';
}

type Row = ListedOffice & { readonly line: number };
type Field = 'id' | 'kind' | 'name';

const COLUMNS: readonly ListColumn<Field>[] = [
  { field: 'id', heading: /^(?:cod|id$|code|sigla)/, name: { it: 'codice', en: 'code' }, needed: false },
  { field: 'kind', heading: /^(?:tip[oi]|kind|type)/, name: { it: 'tipo', en: 'kind' }, needed: false },
  { field: 'name', heading: /^(?:denominazione|nome|name|uffici[o]?|area|settore|struttura|descrizione|office)/, name: { it: 'denominazione', en: 'name' }, needed: true },
]; // prettier-ignore

const AREA = /^(?:area|settore|direzione|ripartizione|dipartimento|department|division)\b/;
const OFFICE = /^(?:uffici[o]?|servizi[o]?|organo|unita|staff|office|organ|service)\b/;

/**
 * The areas and offices of a body from a CSV or an XLSX. The code of an area is the one that plans give it, made of its
 * name; a code that is written stands if it can be one.
 *
 * @param called  offices by the names that bodies have for them: without a code they keep the one they have here
 * @param known  offices that the body has: without a code who has the name of one alone is that one
 */
export function readOfficesFile(
  bytes: Uint8Array,
  called: readonly KnownOffice[] = [],
  known: readonly KnownOffice[] = [],
): ListReading<ListedOffice> {
  const ids = new Map<string, number>();
  const taken: Problem[] = [];
  const codeOf = codesAmong(called, known);
  const read = (fields: Fields<Field>, line: number, tell: (problem: Problem) => void): ListedOffice => {
    const name = fields('name');
    const written = fields('id').toLowerCase();
    const isUsable = /^[a-z][a-z0-9-]{0,99}$/.test(written);
    const { code, ofSegretario } = codeOf(name);
    const id = isUsable ? written : code;
    if (!isUsable && written !== '' && id !== '') taken.push(unusableCode(line, fields('id'), id));
    if (!isUsable && ofSegretario) taken.push(takenForSegretario(line, name, id));
    if (id === '') tell(missingValue(line, 'la denominazione', 'the name'));
    if (name.length > 200) tell(tooLong(line, name));
    const other = ids.get(id);
    if (id !== '' && other !== undefined) tell(sameOffice(line, id, other));
    else ids.set(id, line);
    const kind = folded(fields('kind'));
    if (kind !== '' && !AREA.test(kind) && !OFFICE.test(kind)) tell(unknownKind(line, kind));
    const area = kind === '' ? AREA.test(folded(name)) : AREA.test(kind);
    return { id, name, kind: area ? 'area' : 'office' };
  };
  return readList(recordsOfFile(bytes), COLUMNS, read, (rows) => [...taken, ...namesakesIn(rows, called, known)]);
}

/** Which rows make another office of a name that somebody has. */
function namesakesIn(rows: readonly Row[], called: readonly KnownOffice[], known: readonly KnownOffice[]) {
  const lines = new Map(rows.map(({ id, line }) => [id, line]));
  const others = known.filter(({ id }) => !lines.has(id));
  const namesakesOf = namesakesAmong([...rows.map(({ id, name }) => ({ id, name: asSegretario(name) })), ...others]);
  // the list does not take from an office the names that it has in the file of the approval chains
  const ofChains = namesakesAmong(called);
  return rows.flatMap(({ line, name: written, id }) => {
    const name = asSegretario(written);
    // of two rows the later one is told
    const here = namesakesOf(name).filter((office) => office.id !== id && (lines.get(office.id) ?? 0) < line);
    const inList = new Set(namesakesOf(name).map((office) => office.id));
    const there = ofChains(name).filter((office) => office.id !== id && !inList.has(office.id));
    const same = [...here, ...there];
    return same.length === 0 ? [] : [sameName(line, written, id, same)];
  });
}

/** The code that an office gets by its name. */
function codesAmong(called: readonly KnownOffice[], known: readonly KnownOffice[]) {
  const knownAs = namesakesAmong(known);
  return (name: string) => {
    const own = officeNamed(name, called) ?? onlyOf(knownAs(name));
    const segretario = own === null ? officeOfSegretariato(name, [...called, ...known]) : null;
    return { code: (own ?? segretario)?.id ?? slug(name).slice(0, 100), ofSegretario: segretario !== null };
  };
}
