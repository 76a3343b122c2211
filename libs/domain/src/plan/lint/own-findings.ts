import type { Found } from './finding.js';
import { ofPoints, plain, pointsOf, type LookedAt } from './looked-at.js';

/** Findings of the RPCT (who is usually the Segretario), and the state of the very plan in which he is scored. */
const OWN =
  /\briliev\p{L}*\b.{0,60}\b(rpct|anticorruzione|prevenzione della corruzione)\b|\b(monitoraggio|verifica|controllo)\b.{0,160}\b(obiettivi|piano( della)? performance)\b/u;

/** The Segretario's shares that are judged by what he himself verifies. */
export function ownFindings({ shares, weights }: LookedAt): readonly Found[] {
  return shares
    .filter(({ area }) => area.kind === 'segretario')
    .flatMap(({ objective, share, area, indicators }) => {
      const indicator = indicators.find(({ text }) => OWN.test(plain(text)));
      if (indicator === undefined) return [];
      const of = weights[area.id] ?? '0';
      const points = pointsOf([share]);
      const { it, en } = ofPoints(points, of);
      return {
        id: share.id,
        severity: 'warning',
        objectiveId: objective.id,
        shareIds: [share.id],
        areaId: area.id,
        source: share.source,
        says: {
          it: `«${objective.title}» (${area.name}, ${it}): il Segretario è valutato su «${indicator.text}», che accerta egli stesso. La verifica di questa quota spetta al sostituto previsto dal procedimento.`,
          en: `“${objective.title}” (${area.name}, ${en}): the Segretario is scored on “${indicator.text}”, which he verifies himself. This share is verified by the substitute that the workflow names.`,
        },
        basis: 'L. 190/2012, art. 1 c. 7; delibera ANAC 1074/2018; L. 241/1990, art. 6-bis',
        figures: { points, of },
      } satisfies Found;
    });
}
