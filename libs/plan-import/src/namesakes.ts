import type { KnownArea } from './areas.js';
import { codesOf, namesakesAmong, type KnownOffice } from './lists/known-office.js';
import { quoted } from './problem.js';
import { slug, type Wording } from './text.js';

/** Which areas of a plan are offices that the body has, and which only have the name of one. */
export function namesakeRemarks(areas: readonly KnownArea[], known: readonly KnownOffice[]): readonly Wording[] {
  const namesakesOf = namesakesAmong(known);
  return areas.flatMap(({ id, name, forms }) => {
    const same = forms.flatMap(namesakesOf);
    const others = same.filter((office, index) => office.id !== id && same.indexOf(office) === index);
    if (others.length > 0) return [onlyCalledSo(name, id, others)];
    return same.length > 0 && id !== slug(name) ? [isThatOffice(name, id)] : [];
  });
}

function isThatOffice(name: string, id: string): Wording {
  return {
    it: `L'area ${quoted(name)} è l'ufficio ${quoted(id)} dell'ente, che ha lo stesso nome.`,
    en: `The area ${quoted(name)} is the office ${quoted(id)} of the body, which has the same name.`,
  };
}

function onlyCalledSo(name: string, id: string, others: readonly KnownOffice[]): Wording {
  const codes = codesOf(others);
  return {
    it: `L'area ${quoted(name)} ha il codice ${quoted(id)}, e l'ente conosce con lo stesso nome anche ${codes}: sono uffici diversi, ciascuno con le sue quote e le sue persone. Se è lo stesso, dare nell'elenco degli uffici un solo codice a quel nome prima di importare il piano.`,
    en: `The area ${quoted(name)} has the code ${quoted(id)}, and the body knows ${codes} by the same name too: they are different offices, each with its shares and its people. If it is the same, give that name one code in the list of offices before the plan is imported.`,
  };
}
