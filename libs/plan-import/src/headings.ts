import { beginsWithPeople } from './area-line.js';
import type { OfficesByName } from './office-of-area.js';
import { numberOf } from './ordinal.js';

export type Heading =
  | { readonly kind: 'mission'; readonly number: number; readonly title: string }
  | { readonly kind: 'strategic'; readonly number: number | null; readonly title: string }
  | { readonly kind: 'area'; readonly name: string };

const NUMBER = String.raw`(?:n(?:r|um)?[.°] ?)?(\d{1,3}|[ivxl]{1,6})(?![\p{L}\d])`;
const AFTER_NUMBER = String.raw`(?:[ .:)–—-]*)`;
const MISSION = new RegExp(
  String.raw`^(?:mission[ei]?|linea (?:strategica|di mandato|programmatica)|ambito strategico|asse strategico|area strategica|politica) ?${NUMBER}${AFTER_NUMBER}(.*)$`,
  'iu',
);
const STRATEGIC = new RegExp(
  String.raw`^(?:obiettiv[oi]|ob\.) ?strategic[oi] ?(?:${NUMBER})?${AFTER_NUMBER}(.*)$`,
  'iu',
);
const AREA =
  /^(?:(?:centro di responsabilit[aà]|c\.?d\.?r\.?|scheda(?: obiettivi)?|obiettivi(?: operativi)?|struttura|unit[aà] organizzativa|responsabile|assegnatari[oa])(?: assegnati)?(?: (?:dell['’]|dell[ao] |del |di |a[l] |all['’]|alla ))? ?[:–—-]? ?)?((?:(?:i{1,3}|iv|vi{0,3}|\d{1,2})[°º.]? ?)?(?:area|settore|servizio|direzione|ripartizione|dipartimento|ufficio|segretari(?:[oa]|ato))(?![\p{L}]).{0,90})$/iu;

/** What a line announces, if it announces something. Two headings fused on one line are two. */
export function headingsOf(text: string, setApart: boolean): Heading[] {
  const fused = /^(.{0,200}?\S) ?((?:obiettivo|ob\.) strategico\b.{0,200})$/i.exec(text);
  if (fused?.[1] !== undefined && MISSION.test(fused[1]))
    return [...headingsOf(fused[1], true), ...headingsOf(fused[2] ?? '', true)];
  if (text.length > 300) return [];
  const mission = MISSION.exec(text);
  if (mission !== null)
    return [{ kind: 'mission', number: numberOf(mission[1] ?? ''), title: trimmedTitle(mission[2] ?? '') }];
  const strategic = STRATEGIC.exec(text);
  if (strategic !== null && (strategic[1] !== undefined || strategic[2] === '')) {
    const number = strategic[1] === undefined ? null : numberOf(strategic[1]);
    return [{ kind: 'strategic', number, title: trimmedTitle(strategic[2] ?? '') }];
  }
  const area = setApart ? AREA.exec(text) : null;
  return area === null || /[.;]$/.test(text) ? [] : [{ kind: 'area', name: trimmedTitle(area[1] ?? '') }];
}

/** What a line that is set apart announces where it is, whole, the name of an office of the body. */
export function sectionOf(text: string, offices: OfficesByName): Heading[] {
  const name = trimmedTitle(text);
  return beginsWithPeople(name) || offices.called(name) === null ? [] : [{ kind: 'area', name }];
}

/** `1. Investimenti pubblici`, `2 Sport`: the number and title that follow a heading left without. */
export function numberedTitle(text: string): { readonly number: number; readonly title: string } | null {
  const match = /^(\d{1,3})(?:[ .:)–—-]+)(\S.*)$/.exec(text);
  return match === null || text.length > 300 ? null : { number: Number(match[1]), title: trimmedTitle(match[2] ?? '') };
}

function trimmedTitle(text: string): string {
  let title = text.trim();
  while (/[ :–—-]$/.test(title)) title = title.slice(0, -1);
  return title;
}
