import { INCOMPATIBLE } from '#domain';
import type { Problem } from '../problem.js';
import { folded } from '../text.js';
import { readList, type Fields, type ListReading } from './list.js';
import type { ListColumn } from './list-columns.js';
import {
  incompatibleRoles,
  isQualification,
  missingValue,
  notAnAddress,
  notAUserName,
  sameUser,
  tooLong,
  unknownOffice,
  unknownRole,
} from './list-problems.js';
import { actOf, daysOf, isOfficer, qualificationsOf, type ListedDelegation, type ListedTenure } from './in-time.js';
import { officeNamed, officeOfSegretariato, type KnownOffice } from './known-office.js';
import { recordsOfFile } from './records.js';
import { isSamePerson, type ReadRow } from './same-person.js';

export interface ListedPerson {
  readonly user: string;
  readonly name: string;
  readonly email: string | null;
  /** Id of the office. */
  readonly office: string;
  readonly roles: readonly string[];
  /** Where the list says since when. */
  readonly tenure?: ListedTenure;
  /** Where the list says for which office. */
  readonly standsIn?: ListedDelegation;
}

type Field =
  | 'user' | 'email' | 'surname' | 'name' | 'office' | 'roles'
  | 'from' | 'to' | 'qualifications' | 'act' | 'standsIn' | 'standsInFor' | 'standsInFrom' | 'standsInUntil'; // prettier-ignore

const COLUMNS: readonly ListColumn<Field>[] = [
  { field: 'standsInFrom', heading: /^(?:sostituisce dal|stands in from)/, name: { it: 'sostituisce dal', en: 'stands in from' }, needed: false },
  { field: 'standsInUntil', heading: /^(?:sostituisce (?:fino )?al|stands in until)/, name: { it: 'sostituisce fino al', en: 'stands in until' }, needed: false },
  { field: 'standsInFor', heading: /^(?:(?:al posto|in luogo|per conto) di|in (?:the )?place of|on behalf of)/, name: { it: 'al posto di', en: 'in place of' }, needed: false },
  { field: 'standsIn', heading: /^(?:sostituisce|stands in for)/, name: { it: 'sostituisce', en: 'stands in for' }, needed: false },
  { field: 'from', heading: /^(?:dal(?: giorno)?$|data (?:di )?(?:inizio|decorrenza)|decorrenza|from$|since$)/, name: { it: 'dal', en: 'from' }, needed: false },
  { field: 'to', heading: /^(?:al(?: giorno)?$|fino al$|data (?:di )?(?:fine|cessazione|scadenza)|cessazione|scadenza|to$|until$)/, name: { it: 'al', en: 'to' }, needed: false },
  { field: 'qualifications', heading: /^(?:qualific|qualification)/, name: { it: 'qualifiche', en: 'qualifications' }, needed: false },
  { field: 'act', heading: /^(?:atto|decreto|act$)/, name: { it: 'atto', en: 'act' }, needed: false },
  { field: 'user', heading: /^(?:nome utente|utente|user ?(?:name)?|login|account)/, name: { it: 'utente', en: 'user' }, needed: false },
  { field: 'email', heading: /^(?:e-?mail|posta|indirizzo (?:e-?mail|di posta))/, name: { it: 'e-mail', en: 'e-mail' }, needed: false },
  { field: 'name', heading: /^cognome e? ?nome\b/, name: { it: 'nome', en: 'name' }, needed: true },
  { field: 'surname', heading: /^(?:cognome|surname|last name|family name)/, name: { it: 'cognome', en: 'surname' }, needed: false },
  { field: 'name', heading: /^(?:nome|nominativo|name|first name|given name|full name|dipendente)/, name: { it: 'nome', en: 'name' }, needed: true },
  { field: 'office', heading: /^(?:uffici[o]?|area|settore|servizio|struttura|unita organizzativa|u\.?o\.?$|office|department)/, name: { it: 'ufficio', en: 'office' }, needed: true },
  { field: 'roles', heading: /^(?:ruol[oi]|roles?|profilo|incarico)/, name: { it: 'ruoli', en: 'roles' }, needed: true },
]; // prettier-ignore

/** A role by the words that offices use for it, whole: half a word is a slip, not a role. */
const ROLES: readonly (readonly [role: string, words: RegExp])[] = [
  ['amministratore', /^(?:amministrator[ei]|amministratric[ei]|administrators?|admin)\b/],
  ['vicesegretario', /^(?:vice ?-?segretari[oa]|deputy secretary)\b/],
  ['segretario', /^(?:segretari[oa]|secretary)\b/],
  ['nucleo', /^(?:nucleo|oiv|organismo|evaluation)\b/],
  ['giunta', /^(?:giunta|sindac[oa]|assessor[aei]?|executive|mayor)\b/],
  ['personale', /^(?:personale|ufficio personale|risorse umane|hr$|personnel|human resources)\b/],
  ['revisore', /^(?:revisor[aei]|auditors?)\b/],
  ['responsabile', /^(?:(?:responsabil[ei]|dirigent[ei]|titolar[ei]|elevata qualificazione|posizione organizzativa|heads?|managers?)\b|(?:p\.?o|e\.?q)\.?$)/],
]; // prettier-ignore

/** The people of a body from a CSV or an XLSX. A user name that is not given is made of the person's name. */
export function readPeopleFile(bytes: Uint8Array, offices: readonly KnownOffice[]): ListReading<ListedPerson> {
  const users = new Map<string, ReadRow>();
  return readList(recordsOfFile(bytes), COLUMNS, (fields, line, tell) => {
    const name = [fields('name'), fields('surname')].filter(Boolean).join(' ');
    if (name === '') tell(missingValue(line, 'il nome', 'the name'));
    if (name.length > 200) tell(tooLong(line, name));
    const user = userOf(fields('user'), fields('name'), fields('surname'), line, tell);
    const email = fields('email');
    if (email !== '' && !(email.length <= 200 && /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:]+$/.test(email)))
      tell(notAnAddress(line, email));
    const written = fields('office');
    const office = officeNamed(written, offices) ?? officeOfSegretariato(written, offices);
    if (written === '') tell(missingValue(line, "l'ufficio", 'the office'));
    else if (office === null)
      tell(
        unknownOffice(
          line,
          written,
          offices.map((known) => known.id),
        ),
      );
    const act = actOf(fields('act'), line, tell);
    const { from, to } = daysOf([fields('from'), fields('to')], line, tell);
    const row = { line, name, email, written: fields('user') !== '', inTime: fields('from') !== '' };
    const other = users.get(user);
    if (user !== '' && other !== undefined && !isSamePerson(row, other)) tell(sameUser(line, user, other.line));
    if (other === undefined) users.set(user, row);
    const qualifications = qualificationsOf(fields('qualifications'), line, tell);
    const standsIn = standsInOf(fields, offices, line, tell);
    // an act rests on a day: of which office it speaks nobody would know
    const actOfNothing = act !== null && fields('from') === '' && fields('standsIn') === '';
    if (from === null && (to !== null || qualifications.length > 0 || actOfNothing))
      tell(missingValue(line, 'il giorno di inizio («dal»)', 'the first day ("from")'));
    return {
      user,
      name,
      email: email === '' ? null : email,
      office: office?.id ?? '',
      roles: rolesOf(fields('roles'), line, tell),
      ...(from !== null && { tenure: { from, to, qualifications, act } }),
      ...(standsIn !== null && { standsIn: { ...standsIn, act } }),
    };
  });
}

function standsInOf(
  fields: Fields<Field>,
  offices: readonly KnownOffice[],
  line: number,
  tell: (problem: Problem) => void,
): Omit<ListedDelegation, 'act'> | null {
  const written = fields('standsIn');
  if (written === '') return null;
  const office = officeNamed(written, offices) ?? officeOfSegretariato(written, offices);
  const { from, to: until } = daysOf([fields('standsInFrom'), fields('standsInUntil')], line, tell);
  const known = offices.map(({ id }) => id);
  if (office === null) tell(unknownOffice(line, written, known));
  if (from === null || until === null)
    tell(missingValue(line, 'da quando e fino a quando sostituisce', 'from when and until when they stand in'));
  if (office === null || from === null || until === null) return null;
  const holder = fields('standsInFor').toLowerCase();
  return { office: office.id, ...(holder !== '' && { holder }), from, until };
}

function userOf(
  written: string,
  name: string,
  surname: string,
  line: number,
  tell: (problem: Problem) => void,
): string {
  if (written !== '') {
    const user = written.toLowerCase();
    if (!/^[a-z0-9][a-z0-9.-]{0,99}$/.test(user)) tell(notAUserName(line, written));
    return user;
  }
  const words = `${name} ${surname}`.trim().split(' ');
  const parts = surname === '' ? [words[0] ?? '', words.length > 1 ? (words.at(-1) ?? '') : ''] : [name, surname];
  const user = parts
    .map((part) => folded(part).replace(/[^a-z0-9]+/g, ''))
    .filter(Boolean)
    .join('.')
    .slice(0, 100);
  if (user === '' && name !== '') tell(notAUserName(line, name));
  return user;
}

function rolesOf(written: string, line: number, tell: (problem: Problem) => void): string[] {
  const words = written.split(/[,;/+|]| e | and /).map((word) => word.trim());
  const roles = new Set<string>();
  for (const word of words.filter(Boolean)) {
    const role = ROLES.find(([, pattern]) => pattern.test(folded(word)))?.[0];
    if (isOfficer(word)) tell(isQualification(line, word));
    else if (role !== undefined) roles.add(role);
    else
      tell(
        unknownRole(
          line,
          word,
          ROLES.map(([known]) => known),
        ),
      );
  }
  if (words.every((word) => word === '')) tell(missingValue(line, 'il ruolo', 'the role'));
  for (const [one, other] of INCOMPATIBLE) {
    if (roles.has(one) && roles.has(other)) tell(incompatibleRoles(line, one, other));
  }
  return [...roles];
}
