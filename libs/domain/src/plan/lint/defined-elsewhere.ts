import type { Found } from './finding.js';
import { ofPoints, plain, pointsOf, type LookedAt, type ShareAt } from './looked-at.js';

const DEFERS =
  /\b(rinvi[oa]|si rinvia|rimand[oa]|vedi|cfr\.?)\b|\b(indicatori|descrizione|dettagli[oi]?|contenut[oi]|obiettiv[oi]|modalita)\b.{0,40}\b(nell[ao]|di cui all?[ao]?|in|come da|con)\s+(d[gc]c|delibera\p{L}*|determina\p{L}*|decreto)/u;
const ACT = /\b(d\.?[gc]\.?c\.?|delibera\p{L}*|determina\p{L}*|decreto)\b.{0,40}\d/u;

/** Goals whose measure stands in another act: whoever reads the plan does not know what was promised. */
export function definedElsewhere({ shares, weights }: LookedAt): readonly Found[] {
  return shares.filter(isElsewhere).map(({ objective, share, area }) => {
    const of = weights[area.id] ?? '0';
    const points = pointsOf([share]);
    const { it, en } = ofPoints(points, of);
    const acts = objective.acts.map(({ kind, number }) => `${kind} ${number}`).join(', ');
    return {
      id: share.id,
      severity: 'warning',
      objectiveId: objective.id,
      shareIds: [share.id],
      areaId: area.id,
      source: share.source,
      says: {
        it: `«${objective.title}» (${area.name}, ${it}): indicatori e contenuti sono in un altro atto${acts === '' ? '' : ` (${acts})`}. Riportarli nel piano, o allegare l’atto.`,
        en: `“${objective.title}” (${area.name}, ${en}): indicators and contents stand in another act${acts === '' ? '' : ` (${acts})`}. Write them into the plan, or attach the act.`,
      },
      basis: 'D.Lgs. 150/2009, art. 5 c. 2 e art. 10 c. 1 lett. a)',
      figures: { points, of },
    };
  });
}

/** Whether the text of a share sends its reader to another act for what is measured. */
export function isElsewhere({ indicators, share }: ShareAt): boolean {
  return [...indicators.map(({ text }) => text), share.funding ?? ''].map(plain).some(defers);
}

function defers(text: string): boolean {
  return DEFERS.test(text) && ACT.test(text);
}
