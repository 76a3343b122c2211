import { isTelling } from './names.js';
import { numbersWithNames } from './numbered-name.js';
import { folded } from './text.js';

/** What one line of an area cell says, before it is known which areas the plan has. */
export type AreaLine =
  | { readonly kind: 'area'; readonly head: string; readonly unit: string | null; readonly beside: string | null }
  | { readonly kind: 'segretario'; readonly head: string; readonly unit: string | null; readonly beside: string | null }
  | { readonly kind: 'group'; readonly text: string; readonly withSegretario: boolean }
  | { readonly kind: 'participants'; readonly text: string; readonly withSegretario: boolean }
  | { readonly kind: 'unit'; readonly text: string };

const EVERYBODY = /^(?:per |a )?(?:tutt[eio]|ogni|ciascun[oa]?|inter[oa]|trasversale)\b/;
const HEADS_OF_AREAS =
  /titolar|\bp\.? ?o\b|posizion[ei] organizzativ|\be\.? ?q\b|elevat[ae] qualificazion|responsabil|dirigent|\bare[ae]\b|settor[ei]|\bservizi\b|\buffici\b|capi ?(?:area|settore)|direzion|struttur|trasversale|^(?:per )?tutt[ei]$/;
/** The Segretario, or the office under that name: «Segretariato generale», but not «Segreteria». */
const SEGRETARIO =
  /^(?:(?:il|la|al|alla) )?segretari(?:[oa]|ato)(?![\p{L}])(?: (?:generale|comunale|direttore|titolare|reggente|dell['’]ente))*/iu;
const NUMBERED_SEGRETARIO =
  /^((?:area|settore|direzione|ripartizione|dipartimento|servizio|ufficio) (?:n(?:r|um)?[.°] ?)?(?:\d{1,2}|[ivx]{1,4})[°º]?) ?[-–—:,.)] ?((?:(?:il|la) )?segretari(?:[oa]|ato)(?![\p{L}]).*)$/iu;
const NAMES_SEGRETARIO = /(?<!vice[ -]?)\bsegretari[oa]\b/;
const UNIT = String.raw`(?:servizi[o]?|uffici[o]?|personale|referent[ei]|u\.?o\.?|unit[aà]|sportell[oi]|addett[oi]|operai|operatori|squadra|reparto|sezione|staff|collaborator[ei]|dipendenti)(?![\p{L}])`;
const UNIT_FIRST = new RegExp(`^${UNIT}`, 'iu');
/** Words that name people, never an area of their own. */
const PEOPLE_FIRST =
  /^(?:personale|addett[oi]|operai|operatori|referent[ei]|collaborator[ei]|dipendenti|squadra)(?![\p{L}])/iu;
const UNIT_WITHIN = new RegExp(`(?<=[\\s(/])${UNIT}`, 'giu');
const JOINED = /(?:^|[\s,])(?:e|ed|di|del|dei|della|delle|dell['’]|al|alla|ai|per|con|lo|il|i|gli|le)\s$|,\s$/i;
/** The sign before the name of another area; with a group, so that parts keep it. */
const NEXT_AREA =
  /(\s*[,;/+&]\s*|\s+(?:e|ed)\s+|\s+[-–—]\s+)(?=(?:area|settore|direzione|ripartizione|dipartimento|segretari(?:[oa]|ato))(?![\p{L}]))/iu;

/** What is known of names besides the line itself. */
export interface KnownNames {
  /** Whether a text, whole, is the name of an office of the body. */
  readonly isOffice: (text: string) => boolean;
  /** Whether a text is an area of the plan, whole. */
  readonly isArea: (text: string) => boolean;
}

/**
 * @param first  whether no line of the cell named an area before this one
 */
export function readAreaLine(line: string, first: boolean, { isOffice, isArea }: KnownNames): AreaLine[] {
  const [, number = '', named] = NUMBERED_SEGRETARIO.exec(line) ?? [];
  // «Settore 1 - Segretario»: his by number and name, unless that sector is an area of its own
  const text = named === undefined || isArea(number) ? line : named;
  if (first && isOffice(text)) return [wholeName(text)];
  const plain = folded(text);
  if (EVERYBODY.test(plain)) {
    const kind = HEADS_OF_AREAS.test(plain) ? 'group' : 'participants';
    return [{ kind, text, withSegretario: NAMES_SEGRETARIO.test(plain) }];
  }
  const parts = numbersWithNames(text.split(NEXT_AREA), (part) => SEGRETARIO.test(part));
  return parts.map((part, index) => readName(part, first && index === 0));
}

function readName(text: string, first: boolean): AreaLine {
  const segretario = SEGRETARIO.exec(text);
  if (segretario !== null) {
    const head = text.slice(0, segretario[0].length).trim();
    const rest = text.slice(segretario[0].length);
    const beside = /^\s*(?:,|\+|&|(?:e|ed|con)\s)\s*(?:(?:il|l['’]|lo|la)\s?)?(\S.*)$/i.exec(rest)?.[1] ?? null;
    const unit = /[\p{L}\d].*/u.exec(rest)?.[0].replace(/\)$/, '') ?? null;
    return { kind: 'segretario', head, unit: beside === null ? unit : null, beside };
  }
  if (PEOPLE_FIRST.test(text) || (UNIT_FIRST.test(text) && !first)) return { kind: 'unit', text };
  const { head, unit } = headAndUnit(text);
  return { kind: 'area', head, unit, beside: null };
}

/** An area's name ends where a unit of it begins: "Affari generali Servizio protocollo", "Tecnica – Ufficio strade". */
function headAndUnit(text: string): { head: string; unit: string | null } {
  for (const match of text.matchAll(UNIT_WITHIN)) {
    const before = text.slice(0, match.index);
    if (JOINED.test(before)) continue;
    const head = before.replace(/[\s(:,–—/-]+$/, '');
    if (isTelling(head)) return { head, unit: text.slice(match.index).replace(/\)$/, '') };
  }
  return { head: withoutStop(text), unit: null };
}

function wholeName(text: string): AreaLine {
  const kind = SEGRETARIO.test(text) ? 'segretario' : 'area';
  return { kind, head: withoutStop(text), unit: null, beside: null };
}

function withoutStop(text: string): string {
  return text.replace(/[\s:,;.–—-]+$/, (end) => (end.startsWith('.') ? '.' : ''));
}

/** Whether a text begins as the people of an area do, «Personale addetto». */
export function beginsWithPeople(text: string): boolean {
  return PEOPLE_FIRST.test(text);
}

export function beginsWithUnit(text: string): boolean {
  return UNIT_FIRST.test(text);
}
