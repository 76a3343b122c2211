import type { Found } from './finding.js';
import { ofPoints, plain, pointsOf, type LookedAt } from './looked-at.js';

const IMPROVES =
  /\b(riduzione|ridurre|aumento|aumentare|incremento|incrementare|miglioramento|migliorare|ottimizzazione|contenimento|diminuzione|risparmi[oi]?|efficientamento|recupero)\b/;
const COMPARED =
  /\b(rispetto a|rispetto all?[aeo']?|base \d{4}|anno base|valore di partenza|baseline|media del|media degli|nel (19|20)\d\d|del (19|20)\d\d|da \d[\d.,]* ?%? a \d)/;

/** Improvements that name nothing they could be compared with. */
export function noBaseline({ shares, weights }: LookedAt): readonly Found[] {
  return shares
    .filter(({ indicators }) => indicators.some(({ text }) => improves(text)))
    .map(({ objective, share, area, indicators }) => {
      const of = weights[area.id] ?? '0';
      const points = pointsOf([share]);
      const { it, en } = ofPoints(points, of);
      return {
        id: share.id,
        severity: 'warning',
        objectiveId: objective.id,
        shareIds: [share.id],
        areaId: area.id,
        source: indicators.find(({ text }) => improves(text))?.source ?? share.source,
        says: {
          it: `«${objective.title}» (${area.name}, ${it}): si chiede un miglioramento senza dire da quale valore si parte. Scrivere il dato dell’anno prima, se possibile dei tre anni prima.`,
          en: `“${objective.title}” (${area.name}, ${en}): an improvement is asked for without saying from which value. Write last year’s figure, of the last three years where possible.`,
        },
        basis: 'D.Lgs. 150/2009, art. 5 c. 2 lett. c), e) ed f)',
        figures: { points, of },
      };
    });
}

function improves(text: string): boolean {
  const words = plain(text);
  return IMPROVES.test(words) && !COMPARED.test(words);
}
