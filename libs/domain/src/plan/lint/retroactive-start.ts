import type { Deadline } from '../../deadline/deadline.js';
import type { LocalDate } from '../../values.js';
import type { Found } from './finding.js';
import { inDigits, pointsOf, type LookedAt } from './looked-at.js';

/** Days before the act that approves the plan: a goal is set before and verified after. */
export function retroactiveStart({ document, approvedOn }: LookedAt): readonly Found[] {
  if (approvedOn === null) return [];
  return document.objectives.flatMap((objective) =>
    objective.deadlines.flatMap((deadline) => {
      const day = beginning(deadline);
      if (day === null || day >= approvedOn) return [];
      const shares = objective.shares.filter(({ id }) => deadline.shareIds.includes(id));
      return {
        id: `${objective.id}/${deadline.id}`,
        severity: 'warning',
        objectiveId: objective.id,
        shareIds: deadline.shareIds,
        areaId: null,
        source: objective.indicators.find(({ text }) => text === deadline.text)?.source ?? objective.source,
        says: {
          it: `«${objective.title}»: comincia il ${inDigits(day)}, prima dell’atto che approva il piano (${inDigits(approvedOn)}). Dire quale atto precedente lo aveva già assegnato, o contare dal giorno dell’approvazione.`,
          en: `“${objective.title}”: it begins on ${inDigits(day)}, before the act that approves the plan (${inDigits(approvedOn)}). Name the earlier act that had assigned it, or count from the day of approval.`,
        },
        basis: 'D.Lgs. 150/2009, art. 4 c. 2 lett. a) e art. 5 c. 1 e 1-ter; Corte dei conti Sicilia 12/2020',
        figures: { points: pointsOf(shares), of: null },
      } satisfies Found;
    }),
  );
}

function beginning(deadline: Deadline): LocalDate | null {
  switch (deadline.kind) {
    case 'start':
    case 'recurring':
      return deadline.from;
    case 'fixed':
      return deadline.on;
    case 'as-of':
      return deadline.asOf;
    default:
      return null;
  }
}
