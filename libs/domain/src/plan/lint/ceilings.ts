import { formatHundredths, parseHundredths } from '../../decimal.js';
import type { Found } from './finding.js';
import { comma, type LookedAt } from './looked-at.js';

/** How the weights of each area stand to their ceiling. Above it a plan is refused. */
export function ceilings({ document, weights }: LookedAt): readonly Found[] {
  return document.areas.flatMap(({ id, name, ceiling }) => {
    if (ceiling === null) return [];
    const sum = weights[id] ?? '0';
    const left = parseHundredths(ceiling, 'ceiling') - parseHundredths(sum, 'weight');
    const spare = formatHundredths(left);
    return {
      id,
      severity: 'info',
      objectiveId: null,
      shareIds: [],
      areaId: id,
      source: null,
      says:
        left === 0n
          ? {
              it: `${name}: i pesi arrivano al massimo, ${comma(sum)} su ${comma(ceiling)}. Una variazione può solo spostarli.`,
              en: `${name}: the weights reach the ceiling, ${sum} of ${ceiling}. A variation can only move them.`,
            }
          : {
              it: `${name}: i pesi sono ${comma(sum)} su un massimo di ${comma(ceiling)}; restano ${comma(spare)} punti senza obiettivo.`,
              en: `${name}: the weights are ${sum} of at most ${ceiling}; ${spare} points have no objective.`,
            },
      basis: 'Massimi di peso del SMVP',
      figures: { points: sum, of: ceiling },
    } satisfies Found;
  });
}
