import { daysBetween } from '../../calendar/civil.js';
import { NO_FIGURES, type Found } from './finding.js';
import { inDigits, type LookedAt } from './looked-at.js';

/** A plan that comes when part of its year is over. */
export function latePlan({ document, approvedOn }: LookedAt): readonly Found[] {
  const term = `${document.year}-01-31`;
  if (approvedOn === null || approvedOn <= term) return [];
  const days = daysBetween(term, approvedOn);
  return [
    {
      id: 'plan',
      severity: 'info',
      objectiveId: null,
      shareIds: [],
      areaId: null,
      source: null,
      says: {
        it: `Il piano è approvato il ${inDigits(approvedOn)}, ${days} giorni dopo il 31 gennaio. Se il bilancio è slittato, citare il rinvio; altrimenti motivare il ritardo.`,
        en: `The plan is approved on ${inDigits(approvedOn)}, ${days} days after 31 January. If the budget was deferred, cite the deferral; otherwise give the reason for the delay.`,
      },
      basis:
        'D.Lgs. 150/2009, art. 10 c. 1 lett. a) e c. 5; TUEL, art. 169 c. 1; per il PIAO D.L. 80/2021, art. 6 c. 1, e D.M. 132/2022, art. 8',
      figures: NO_FIGURES,
    },
  ];
}
