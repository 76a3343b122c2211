import { parseHundredths } from '../../decimal.js';
import type { Found } from './finding.js';
import { comma, type LookedAt } from './looked-at.js';

/** More than half of an area's points on one thing that is measured. */
export function oneIndicator({ shares, weights }: LookedAt): readonly Found[] {
  return shares.flatMap(({ objective, share, area, indicators, deadlines }) => {
    const of = weights[area.id] ?? '0';
    const { weight } = share;
    if (weight === null || indicators.length !== 1) return [];
    if (parseHundredths(weight, 'weight') * 2n <= parseHundredths(of, 'weight')) return [];
    const report = deadlines.some(({ kind }) => kind === 'recurring');
    return {
      id: share.id,
      severity: 'warning',
      objectiveId: objective.id,
      shareIds: [share.id],
      areaId: area.id,
      source: share.source,
      says: {
        it: `«${objective.title}»: ${comma(weight)} dei ${comma(of)} punti di ${area.name} dipendono da un solo ${report ? 'rapporto periodico' : 'indicatore'}. Dividere il peso fra più risultati, o dire perché uno vale tanto.`,
        en: `“${objective.title}”: ${weight} of the ${of} points of ${area.name} depend on one ${report ? 'recurring report' : 'indicator'}. Spread the weight over more results, or say why one is worth so much.`,
      },
      basis: 'D.Lgs. 150/2009, art. 5 c. 2; pesatura del SMVP',
      figures: { points: weight, of },
    } satisfies Found;
  });
}
