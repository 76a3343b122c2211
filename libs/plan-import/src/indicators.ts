import { sentencesOfCell, type CellLine } from './cell.js';
import { folded, isCapitals } from './text.js';

/** A paragraph of an indicator cell, with what is measured in it. A list is one paragraph with its opening line. */
export type IndicatorBlock = readonly string[];

export interface IndicatorBlocks {
  readonly blocks: readonly IndicatorBlock[];
  /** Whether each block is a paragraph, so that its place among them means something; false under a title of them all. */
  readonly placed: boolean;
}

/**
 * Splits a cell of expected performance into what can be measured apart.
 *
 * Paragraphs, list items, numbered points and semicolons part indicators; so does a noun of action ("Monitoraggio",
 * "Relazione", "Progetto") that stands with a capital after at least three words of the one before: a lost line break.
 * A deadline alone, a reference to another act and a remark in brackets belong to what stands before them.
 */
export function indicatorBlocks(cell: string): IndicatorBlocks {
  const blocks: string[][] = [];
  let heading: { readonly text: string; readonly capitals: boolean } | null = null;
  let placed = true;
  const lines = sentencesOfCell(cell).flatMap(opened);
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (next !== undefined && isHeading(line, next)) {
      heading = { text: line.text.replace(/:$/, ''), capitals: !line.text.endsWith(':') };
      if (heading.capitals) placed = false;
      else blocks.push([]);
      return;
    }
    const pieces = line.text
      .split(';')
      .map((piece) => piece.trim())
      .flatMap(withoutLostBreaks)
      .flatMap(dashed)
      .filter((piece) => /[\p{L}\d]/u.test(piece));
    const [first = '', ...others] = pieces;
    if (first === '') return;
    const block = blocks.at(-1);
    const named = heading === null ? first : `${heading.text}: ${first}`;
    if (heading !== null && (heading.capitals || next?.item !== true)) heading = null;
    if (block !== undefined && belongsToLast(first) && block.length > 0) block[block.length - 1] += ` ${first}`;
    else if (block !== undefined && line.item) block.push(named);
    else blocks.push([named]);
    for (const piece of others) append(blocks, piece);
  });
  return { blocks: blocks.filter((block) => block.length > 0), placed };
}

function append(blocks: string[][], piece: string): void {
  const block = blocks.at(-1);
  if (block === undefined) return;
  if (belongsToLast(piece)) block[block.length - 1] += ` ${piece}`;
  else block.push(piece);
}

/** A list written on one line: "Fasi: - primo - secondo", "a) primo b) secondo". */
function opened(line: CellLine): CellLine[] {
  const [, head, tail] = /^([^:]{0,200}:) (- .*)$/.exec(line.text) ?? [];
  if (head !== undefined && tail !== undefined && tail.split(' - ').length > 1) {
    const items = tail.slice(2).split(' - ').flatMap(withoutLostBreaks);
    return [{ ...line, text: head }, ...items.map((text) => ({ text, gap: 0, item: true }))];
  }
  if (line.item && line.text.includes(' - ')) {
    return line.text
      .split(' - ')
      .flatMap(withoutLostBreaks)
      .map((text) => ({ text, gap: 0, item: true }));
  }
  const points = [...line.text.matchAll(/(?:^|\s)([a-h]|[1-9])\)\s/g)];
  if (points.length < 2 || !/^[a1]$/.test(points[0]?.[1] ?? '')) return [line];
  const starts = points.map((point) => point.index);
  const before = line.text.slice(0, starts[0]).trim();
  const items = starts.map((start, index) =>
    line.text
      .slice(start, starts[index + 1])
      .replace(/^\s*\S\)\s/, '')
      .trim(),
  );
  const list = items.map((text) => ({ text, gap: 0, item: before !== '' || line.item }));
  return before === '' ? list : [{ ...line, text: before.endsWith(':') ? before : `${before}:` }, ...list];
}

function isHeading(line: CellLine, next: CellLine): boolean {
  if (line.text.endsWith(':')) return true;
  return isCapitals(line.text) && !isCapitals(next.text) && !/\d/.test(line.text) && line.text.includes(' ');
}

const ACTION = /^\p{Lu}\p{Ll}+(?:zione|sione|zioni|mento|menti|aggio|aggi|tura)$/u;
const ACTIONS = new Set(
  (
    'Progetto Progetti Relazione Relazioni Report Controllo Controlli Assenza Presenza Presenze Verifica Verifiche Avvio ' +
    'Invio Studio Analisi Stesura Ricerca Raccolta Rispetto Corso Corsi Bando Avviso Avvisi Almeno Recupero Rilascio ' +
    'Nomina Stipula Gestione Gestioni Acquisto Appalto Collaudo Supporto Incontri Riduzione Incremento Indizione Proposta Consegna'
  ).split(' '),
);
/** Nouns that look like actions and name things. */
const THINGS = new Set(
  ('Regolamento Regolamenti Documento Documenti Provvedimento Sezione Commissione Direzione Fondazione Associazione ' +
    'Associazioni Regione Stazione Istruzione Protezione Amministrazione Convenzione Convenzioni Popolazione Parlamento ' +
    'Dipartimento Struttura Cultura Natura Prefettura Questura Agricoltura Procura Elemento Comportamento Costituzione ' +
    'Corruzione Circolazione Magistratura Appartamento Monumento Villaggio Paesaggio Messaggio').split(' '),
); // prettier-ignore
/** After these a noun goes on with the sentence. */
const GOES_ON =
  /(?:^|[\s'’])(?:a|ad|al|allo|alla|ai|agli|alle|all|con|da|dal|dalla|dai|dalle|dell?|del|dello|della|dei|degli|delle|di|e|ed|gli|i|il|in|l|la|le|lo|nel|nella|nei|nelle|nell|o|per|su|sul|sulla|tra|un|una|uno)$|[-–—:,(/“‘«'’]$/i;

function withoutLostBreaks(text: string): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const word of text.split(' ')) {
    const last = piece.at(-1) ?? '';
    if (piece.length >= 3 && startsAction(word) && endsPiece(last, piece)) {
      pieces.push(piece.join(' '));
      piece = [];
    }
    piece.push(word);
  }
  if (piece.length > 0) pieces.push(piece.join(' '));
  return pieces;
}

function startsAction(word: string): boolean {
  const bare = word.replace(/[,.:;]+$/, '');
  return !THINGS.has(bare) && (ACTIONS.has(bare) || ACTION.test(bare));
}

/** A capitalised word before it makes it part of a name: "Piano Digitalizzazione". */
function endsPiece(last: string, piece: readonly string[]): boolean {
  if (GOES_ON.test(last)) return false;
  return !/^\p{Lu}\p{Ll}+$/u.test(last) || piece.length === 0;
}

/** "Adozione del piano – Prima bozza entro il 31/7": what follows a dash with a capital and a day of its own. */
function dashed(text: string): string[] {
  const [, before, after] = /^(.{8,300}?) [–—-] (\p{Lu}.*)$/u.exec(text) ?? [];
  if (before === undefined || after === undefined || !/\bentro\b/i.test(after) || /\bentro\b/i.test(before))
    return [text];
  return [before, after];
}

const ONLY_DEADLINE = /^\(?(?:entro|con decorrenza|decorrenza|a decorrere|a partire|dal|scadenza|termine)\b/;
const ONLY_REFERENCE =
  /^\(?(?:per )?(?:(?:gli |le |i |la )?(?:indicatori|descrizione|dettagli[o]?|modalita|obiettivi|contenuti)\b[^.]{0,60})?\b(?:si )?(?:rinvi[oa]|rimand[oa]|vedi|cfr)\b/;

function belongsToLast(piece: string): boolean {
  const plain = folded(piece);
  if (/^\(.*\)[.]?$/.test(piece)) return true;
  return (
    (ONLY_DEADLINE.test(plain) && piece.split(' ').length <= 8) || (ONLY_REFERENCE.test(plain) && piece.length < 120)
  );
}
