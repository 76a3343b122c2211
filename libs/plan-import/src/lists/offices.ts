import { folded, slug } from '../text.js';
import { readList, type ListReading } from './list.js';
import type { ListColumn } from './list-columns.js';
import { officeNamed, type KnownOffice } from './known-office.js';
import { missingValue, sameOffice, tooLong, unknownKind } from './list-problems.js';
import { recordsOfFile } from './records.js';

export interface ListedOffice {
  readonly id: string;
  readonly name: string;
  readonly kind: 'area' | 'office';
}

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
 */
export function readOfficesFile(bytes: Uint8Array, called: readonly KnownOffice[] = []): ListReading<ListedOffice> {
  const ids = new Map<string, number>();
  return readList(recordsOfFile(bytes), COLUMNS, (fields, line, tell): ListedOffice => {
    const name = fields('name');
    const written = fields('id').toLowerCase();
    const id = /^[a-z][a-z0-9-]{0,99}$/.test(written) ? written : codeOf(name, called);
    if (id === '') tell(missingValue(line, 'la denominazione', 'the name'));
    if (name.length > 200) tell(tooLong(line, name));
    const other = ids.get(id);
    if (id !== '' && other !== undefined) tell(sameOffice(line, id, other));
    else ids.set(id, line);
    const kind = folded(fields('kind'));
    if (kind !== '' && !AREA.test(kind) && !OFFICE.test(kind)) tell(unknownKind(line, kind));
    const area = kind === '' ? AREA.test(folded(name)) : AREA.test(kind);
    return { id, name, kind: area ? 'area' : 'office' };
  });
}

function codeOf(name: string, called: readonly KnownOffice[]): string {
  return officeNamed(name, called)?.id ?? slug(name).slice(0, 100);
}
