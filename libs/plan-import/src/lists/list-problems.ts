import { nearest } from '#domain';
import { at } from '../place.js';
import { problem, quoted, type Problem } from '../problem.js';
import { codesOf, type KnownOffice } from './known-office.js';

export function missingValue(line: number, it: string, en: string): Problem {
  return problem(
    line,
    'import/missing-value',
    `Alla riga ${at(line)} manca ${it}: aggiungere ciò che manca.`,
    `At line ${at(line)} ${en} is missing: write it.`,
  );
}

export function tooLong(line: number, written: string): Problem {
  return problem(
    line,
    'import/cell-too-long',
    `Alla riga ${at(line)} ${quoted(written)} è troppo lungo: al più 200 caratteri.`,
    `At line ${at(line)} ${quoted(written)} is too long: at most 200 characters.`,
  );
}

export function notAUserName(line: number, written: string): Problem {
  return problem(
    line,
    'import/not-a-user-name',
    `Alla riga ${at(line)} ${quoted(written)} non può essere un nome utente: usare lettere minuscole senza accenti, cifre, punti e trattini.`,
    `At line ${at(line)} ${quoted(written)} cannot be a user name: use lower-case letters without accents, digits, dots and hyphens.`,
  );
}

export function sameUser(line: number, user: string, other: number): Problem {
  return problem(
    line,
    'import/duplicate-user',
    `L'utente ${quoted(user)} alla riga ${at(line)} è già alla riga ${at(other)}: se è la stessa persona con più incarichi, scrivere in ogni riga lo stesso utente, lo stesso nome, la stessa e-mail e da quando (colonna «dal»); solo se sono due persone diverse, un altro nome utente per una delle due.`,
    `The user ${quoted(user)} at line ${at(line)} is already at line ${at(other)}: if it is one person with several offices, write in each line the same user, the same name, the same e-mail and since when (column "from"); only if they are two different persons, another user name for one of them.`,
  );
}

export function notAnAddress(line: number, written: string): Problem {
  return problem(
    line,
    'import/not-an-address',
    `Alla riga ${at(line)} ${quoted(written)} non è un indirizzo di posta elettronica: correggerlo o lasciarlo vuoto.`,
    `At line ${at(line)} ${quoted(written)} is no e-mail address: correct it or leave it empty.`,
  );
}

export function notADay(line: number, written: string): Problem {
  return problem(
    line,
    'import/not-a-date',
    `Alla riga ${at(line)} ${quoted(written)} non è un giorno: scriverlo come 01/06/2022.`,
    `At line ${at(line)} ${quoted(written)} is no day: write it like 01/06/2022.`,
  );
}

export function endsBeforeItBegins(line: number, from: string, to: string): Problem {
  return problem(
    line,
    'import/ends-before-it-begins',
    `Alla riga ${at(line)} l'ultimo giorno (${quoted(to)}) è prima del primo (${quoted(from)}): correggere uno dei due.`,
    `At line ${at(line)} the last day (${quoted(to)}) is before the first (${quoted(from)}): correct one of them.`,
  );
}

export function notAnAct(line: number, written: string): Problem {
  return problem(
    line,
    'import/not-an-act',
    `Alla riga ${at(line)} ${quoted(written)} non è un atto: scriverlo come «DS 7 del 01/06/2022».`,
    `At line ${at(line)} ${quoted(written)} is no act: write it like "DS 7 del 01/06/2022".`,
  );
}

export function unknownRole(line: number, written: string, known: readonly string[]): Problem {
  const [forse, maybe] = meantBy(written, known);
  return problem(
    line,
    'import/unknown-role',
    `Alla riga ${at(line)} ${quoted(written)} non è un ruolo: scrivere uno o più fra ${known.join(', ')}.${forse}`,
    `At line ${at(line)} ${quoted(written)} is no role: write one or more of ${known.join(', ')}.${maybe}`,
  );
}

export function isQualification(line: number, written: string): Problem {
  return problem(
    line,
    'import/unknown-role',
    `Alla riga ${at(line)} ${quoted(written)} è una qualifica, non un ruolo: scriverla nella colonna «qualifiche», con il giorno di inizio nella colonna «dal».`,
    `At line ${at(line)} ${quoted(written)} is a qualification and no role: write it in the column "qualifications", with the first day in the column "from".`,
  );
}

export function unknownQualification(line: number, written: string, known: readonly string[]): Problem {
  const [forse, maybe] = meantBy(written, known);
  return problem(
    line,
    'import/unknown-qualification',
    `Alla riga ${at(line)} ${quoted(written)} non è una qualifica: scrivere una o più fra ${known.join(', ')}.${forse}`,
    `At line ${at(line)} ${quoted(written)} is no qualification: write one or more of ${known.join(', ')}.${maybe}`,
  );
}

/** The one that was probably meant, in both languages; nothing where none is near. */
function meantBy(written: string, known: readonly string[]): readonly [it: string, en: string] {
  const meant = nearest(written, known);
  return meant === null ? ['', ''] : [` Forse si intendeva ${quoted(meant)}.`, ` Perhaps ${quoted(meant)} is meant.`];
}

export function incompatibleRoles(line: number, one: string, other: string): Problem {
  return problem(
    line,
    'import/incompatible-roles',
    `Alla riga ${at(line)} «${one}» e «${other}» insieme non sono ammessi (art. 14 c. 8 D.Lgs. 150/2009, delibera ANAC 1074/2018): lasciarne uno.`,
    `At line ${at(line)} «${one}» and «${other}» together are not allowed (art. 14 c. 8 D.Lgs. 150/2009, delibera ANAC 1074/2018): leave one of them.`,
  );
}

export function unknownOffice(line: number, written: string, known: readonly string[]): Problem {
  // an office stands among them with each of its names
  const ids = [...new Set(known)];
  const list = ids.slice(0, 12).join(', ') + (ids.length > 12 ? '…' : '');
  return problem(
    line,
    'import/unknown-office',
    `L'ufficio ${quoted(written)} alla riga ${at(line)} non è fra quelli dell'ente (${list}): correggerlo, o definire prima l'ufficio.`,
    `The office ${quoted(written)} at line ${at(line)} is not among those of the body (${list}): correct it, or define the office first.`,
  );
}

export function sameOffice(line: number, id: string, other: number): Problem {
  return problem(
    line,
    'import/duplicate-office',
    `L'ufficio alla riga ${at(line)} avrebbe lo stesso codice (${quoted(id)}) di quello alla riga ${at(other)}: se è lo stesso, togliere una delle due righe, altrimenti dare a uno dei due un altro codice o un'altra denominazione.`,
    `The office at line ${at(line)} would have the code (${quoted(id)}) of the one at line ${at(other)}: if it is the same, take one of the lines out, else give one of them another code or name.`,
  );
}

export function sameName(line: number, name: string, id: string, others: readonly KnownOffice[]): Problem {
  const codes = codesOf(others);
  return problem(
    line,
    'import/office-of-same-name',
    `L'ufficio alla riga ${at(line)} (${quoted(name)}) ha il codice ${quoted(id)}, e con lo stesso nome c'è già ${codes}: sono uffici diversi, e le quote e le persone dell'uno non sono dell'altro. Se è lo stesso, scrivere quel codice o, dove è uno solo, lasciarlo vuoto.`,
    `The office at line ${at(line)} (${quoted(name)}) has the code ${quoted(id)}, and there is ${codes} by the same name: they are different offices, and the shares and people of one are not the other's. If it is the same, write that code or, where it is only one, leave it empty.`,
  );
}

export function unusableCode(line: number, written: string, id: string): Problem {
  return problem(
    line,
    'import/unusable-code',
    `Alla riga ${at(line)} il codice ${quoted(written)} non si può usare qui: l'ufficio ha il codice ${quoted(id)}. Per dargliene un altro, scriverlo con lettere minuscole senza accenti (la prima è una lettera), cifre e trattini.`,
    `At line ${at(line)} the code ${quoted(written)} cannot be used here: the office has the code ${quoted(id)}. To give it another, write it with lower-case letters without accents (it begins with one), digits and hyphens.`,
  );
}

export function takenForSegretario(line: number, name: string, id: string): Problem {
  return problem(
    line,
    'import/taken-for-segretario',
    `Alla riga ${at(line)} ${quoted(name)} è letto come l'ufficio del Segretario, ${quoted(id)}: se è un ufficio a sé, scrivere un codice suo.`,
    `At line ${at(line)} ${quoted(name)} is read as the office of the Segretario, ${quoted(id)}: if it is an office of its own, write a code of its own.`,
  );
}

export function unknownKind(line: number, written: string): Problem {
  return problem(
    line,
    'import/unknown-office-kind',
    `Alla riga ${at(line)} ${quoted(written)} non è un tipo di ufficio: scrivere «area» o «ufficio».`,
    `At line ${at(line)} ${quoted(written)} is no kind of office: write “area” or “office”.`,
  );
}
