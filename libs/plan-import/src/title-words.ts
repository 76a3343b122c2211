import { BODY, PLAN } from './preamble.js';
import { collapsed, folded, wordsOf } from './text.js';

/** As long as a heading is kept for one; what is longer is running text. */
const LONGEST_NAME = 150;

/** What begins the title of an objective, of a part of the document or of a note, and never an area's name. */
const TITLE_FIRST =
  /^(?:\d+(?:\.\d+)+|obiettivo|ob\.|progett[oi]|azion[ei]|allegat|appendic|approvat|adottat|deliber|determin|decret|pag\.|pagina|artt?\.|articol|capitol|titolo|parte|paragraf|sezione (?:\d|[ivx]+\b)|indice|premess|introduzion|presentazion|descrizion|finalita|motivazion|not[ae]\b|n\.b\.|legend|font[ei]\b|data\b|aggiornat|ultimo aggiornamento|responsabil|referent|dirigent|dott|titolar|assessor|sindac|document|versione|tot(?:ale|\.))/;

/** Words that any plan has in its titles; a title of these alone names nobody. */
const OF_ANY_PLAN = new Set(
  (
    'obiettivi operativo operativi strategico strategici gestionale gestionali individuale individuali organizzativi ' +
    'piano piani performance pdo peg piao dettagliato esecutivo gestione scheda schede tabella tabelle elenco prospetto ' +
    'quadro riepilogo sintesi dettaglio indicatore indicatori risultati attesi target peso pesi pesatura punteggi anno ' +
    'anni annualita annuali annuale triennio triennali pluriennali mantenimento sviluppo miglioramento ordinari ' +
    'ordinario ordinaria ordinarie attivita programma programmi misure valutazione assegnati assegnate previsti ' +
    'previste segue continua missioni linee indirizzi risorse umane finanziarie strumentali dotazione foglio fogli ' +
    'sheet dati parte prima seconda terza provvisorio definitivo bozza'
  ).split(' '),
);

const OF_ALL =
  /\btrasversal|\bintersettorial|\binterarea|^(?:per |a |di )?tutt[ei]\b|\bcomuni a tutt|\bdi ente\b|\bdell['’]ente\b/;

/** Whether a line that is set apart may be the name of somebody: «Biblioteca», but not «Obiettivi operativi 2025». */
export function mayNameAnArea(line: string): boolean {
  const plain = folded(collapsed(line));
  if (plain.length > LONGEST_NAME || /[.;!?,]$/.test(plain) || TITLE_FIRST.test(plain.replace(/^["«“(]+/, '')))
    return false;
  if (BODY.test(plain) || PLAN.test(plain) || /\d{4}|\d[/.-]\d/.test(plain)) return false;
  return wordsOf(plain)
    .map((word) => word.replace(/\d+/g, ''))
    .some((word) => word.length > 2 && !OF_ANY_PLAN.has(word));
}

/** Whether what stands below is likely of all areas alike: «Obiettivi trasversali». */
export function isOfAll(line: string): boolean {
  return OF_ALL.test(folded(line));
}
