import type { KnownArea } from './areas.js';
import { codesOf, type KnownOffice } from './lists/known-office.js';
import type { OfficesByName } from './office-of-area.js';
import { namesSegretariato } from './segretariato.js';
import { quoted } from './problem.js';
import { slug, type Wording } from './text.js';

/** As many as a sentence bears. */
const MOST_FORMS = 6;

/** Which areas of a plan are offices that the body has, and which only have the name of one. */
export function remarksOnOffices(areas: readonly KnownArea[], offices: OfficesByName): Wording[] {
  return areas.flatMap(({ id, name, kind, forms }) => {
    const same = forms.flatMap(offices.namesakes);
    const others = same.filter(
      (office, index) => office.id !== id && same.findIndex((other) => other.id === office.id) === index,
    );
    if (others.length > 0) return [onlyCalledSo(name, id, others)];
    const office = offices.withCode(id);
    // a code that is made of the name, of an office that is called so, surprises nobody; there is one Segretario
    const expected = forms.every((form) => id === slug(form)) && same.length > 0;
    const theSegretario = kind === 'segretario' && !forms.some(namesSegretariato);
    return office === null || expected || theSegretario ? [] : [areThatOffice(forms, office)];
  });
}

function areThatOffice(forms: readonly string[], { id, name }: KnownOffice): Wording {
  const written = forms.slice(0, MOST_FORMS).map(quoted).join(', ');
  if (forms.length > 1) {
    return {
      it: `Le aree ${written} sono lette come un solo ufficio dell'ente, ${quoted(id)} (${quoted(name)}): le loro quote sono di quell'ufficio. Se una è un altro, darle un nome che non sia anche di questo, nel documento o prima nell'elenco degli uffici.`,
      en: `The areas ${written} are read as one office of the body, ${quoted(id)} (${quoted(name)}): their shares are that office’s. If one of them is another, give it a name that is not this one’s too, in the document or first in the list of offices.`,
    };
  }
  return {
    it: `L'area ${written} è letta come l'ufficio ${quoted(id)} dell'ente (${quoted(name)}): le sue quote sono di quell'ufficio. Se è un altro, dargli un nome che non sia anche di questo, nel documento o prima nell'elenco degli uffici.`,
    en: `The area ${written} is read as the office ${quoted(id)} of the body (${quoted(name)}): its shares are that office’s. If it is another, give it a name that is not this one’s too, in the document or first in the list of offices.`,
  };
}

function onlyCalledSo(name: string, id: string, others: readonly KnownOffice[]): Wording {
  const codes = codesOf(others);
  return {
    it: `L'area ${quoted(name)} ha il codice ${quoted(id)}, e l'ente conosce con lo stesso nome anche ${codes}: sono uffici diversi, ciascuno con le sue quote e le sue persone. Se è lo stesso, dare nell'elenco degli uffici un solo codice a quel nome prima di importare il piano.`,
    en: `The area ${quoted(name)} has the code ${quoted(id)}, and the body knows ${codes} by the same name too: they are different offices, each with its shares and its people. If it is the same, give that name one code in the list of offices before the plan is imported.`,
  };
}
