import { at } from './place.js';
import { formatHundredths } from '#domain';
import type { Ambiguity, DraftOption } from './draft.js';
import type { Party } from './parties.js';
import { ambiguity, italian, nameOf, sharesOf, type RowFacts } from './row-facts.js';

/** An office with a weight but no area of its own: one of those named above it, the nearest first, or none. */
export function whoseUnit(
  facts: RowFacts,
  party: Party,
  weight: bigint,
  place: number | null,
  owners: readonly string[],
): Ambiguity {
  const unit = party.unit ?? party.text;
  const w = italian(weight);
  const options: DraftOption[] = owners.map((areaId) => ({
    id: areaId,
    label: {
      it: `A ${nameOf(facts, areaId)}: il peso ${w} di «${unit}» si aggiunge ai suoi`,
      en: `To ${nameOf(facts, areaId)}: the weight ${formatHundredths(weight)} of “${unit}” adds to its own`,
    },
    shares: sharesOf(facts, { ...party, areaIds: [areaId] }, weight, place),
    participants: [],
  }));
  const none = {
    id: 'none',
    label: {
      it: `A nessuna area: «${unit}» partecipa e il peso ${w} non si conta`,
      en: `To no area: “${unit}” takes part and the weight ${formatHundredths(weight)} does not count`,
    },
    shares: [],
    participants: [unit],
  };
  return ambiguity(facts, `owner`, [...options, none], {
    it: `Di quale area è «${unit}», che alla riga ${at(facts.source.line)} ha il peso ${w} ma non il nome di un'area?`,
    en: `Which area does “${unit}” belong to, which at line ${at(facts.source.line)} has the weight ${formatHundredths(weight)} but no area's name?`,
  });
}

/** "Segretario e ufficio di staff", one weight: the Segretario's alone, or the same again for the office's own area. */
export function weightBeside(
  facts: RowFacts,
  party: Party,
  unit: string,
  areaId: string,
  weight: bigint,
  place: number | null,
): Ambiguity {
  const w = italian(weight);
  const alone = nameOf(facts, party.areaIds[0] ?? '');
  return ambiguity(
    facts,
    'beside',
    [
      {
        id: 'takes-part',
        label: {
          it: `No: il peso ${w} è di ${alone}, «${unit}» partecipa senza peso`,
          en: `No: the weight ${formatHundredths(weight)} is for ${alone}, “${unit}” takes part without one`,
        },
        shares: [],
        participants: [unit],
      },
      {
        id: 'own-weight',
        label: {
          it: `Sì: altri ${w} vanno a ${nameOf(facts, areaId)}`,
          en: `Yes: another ${formatHundredths(weight)} goes to ${nameOf(facts, areaId)}`,
        },
        shares: sharesOf(facts, { ...party, areaIds: [areaId], unit }, weight, place),
        participants: [],
      },
    ],
    {
      it: `Alla riga ${at(facts.source.line)} «${party.text}» hanno un solo peso (${w}): «${unit}» ne ha uno proprio?`,
      en: `At line ${at(facts.source.line)} “${party.text}” have one weight (${formatHundredths(weight)}): has “${unit}” one of its own?`,
    },
  );
}
