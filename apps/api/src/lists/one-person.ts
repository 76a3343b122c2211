import type { Language } from '#contract';
import type { ListedPerson } from '#plan-import';
import { alikeAmong, type Likeness } from '../accounts/alike.js';

type Person = Pick<ListedPerson, 'user' | 'email'> & { readonly name: string | null };
type Row = Person & { readonly line: number; readonly place: string; readonly known: boolean };

/** New accounts that look like those of people who have one, or of a row before; each is told once. */
export function onePersonTwice(rows: readonly Row[], accounts: readonly Person[], language: Language) {
  const places = new Map<string, number>();
  const fresh = rows.filter(({ user, known }) => {
    if (known || places.has(user)) return false;
    places.set(user, places.size);
    return true;
  });
  const alikeTo = alikeAmong([...accounts, ...fresh]);
  return fresh.flatMap((row, place) => {
    // of two rows the later one is told
    const alike = alikeTo(row).filter(({ user }) => (places.get(user) ?? -1) < place);
    const [first] = alike;
    if (first === undefined) return [];
    const users = alike.filter(({ likeness }) => likeness === first.likeness).map(({ user }) => user);
    const message = inWords(row.user, users, first.likeness)[language];
    return { line: row.line, place: row.place, code: 'import/one-person', message };
  });
}

function inWords(user: string, others: readonly string[], likeness: Likeness): Readonly<Record<Language, string>> {
  const list = (language: Language) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(others.map((other) => `«${other}»`));
  const [it, en] = { email: ['la stessa e-mail', 'the e-mail'], name: ['lo stesso nome', 'the name'] }[likeness];
  return {
    it: `«${user}» sarebbe un account nuovo e ha ${it} di ${list('it')}: se è la stessa persona, scrivere lo stesso utente, altrimenti la separazione dei compiti la prende per due. Se sono persone diverse non c’è nulla da fare.`,
    en: `«${user}» would be a new account and has ${en} of ${list('en')}: if it is one person, write one user, for the separation of duties would take them for two. If they are different persons there is nothing to do.`,
  };
}
