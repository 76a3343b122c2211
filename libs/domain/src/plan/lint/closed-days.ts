import { weekdayOf } from '../../calendar/civil.js';
import { isHoliday, isWorkingDay } from '../../calendar/working-days.js';
import type { Deadline } from '../../deadline/deadline.js';
import type { LocalDate } from '../../values.js';
import type { Label } from '../../workflow/label.js';
import type { PlanDocument } from '../document.js';
import type { Found } from './finding.js';
import { inDigits, ownDay, pointsOf, type LookedAt } from './looked-at.js';

/** Days on which the town hall is closed. Weeks end on Sundays, so reports of a week are left out. */
export function closedDays({ document, patronDay }: LookedAt): readonly Found[] {
  return document.objectives.flatMap((objective) =>
    objective.deadlines.flatMap((deadline) => {
      const day = dayNamed(deadline, document);
      if (day === null || isWorkingDay(day, patronDay)) return [];
      const { it, en } = dayInWords(day, isHoliday(day, patronDay));
      const shares = objective.shares.filter(({ id }) => deadline.shareIds.includes(id));
      return {
        id: `${objective.id}/${deadline.id}`,
        // The year ends when it ends: nobody can choose another last day.
        severity: day === document.horizon ? 'info' : 'warning',
        objectiveId: objective.id,
        shareIds: deadline.shareIds,
        areaId: null,
        source: objective.indicators.find(({ text }) => text === deadline.text)?.source ?? objective.source,
        says: {
          it: `«${objective.title}»: il ${inDigits(day)} è ${it}. La scadenza non si sposta da sola: scegliere un giorno in cui l’ufficio lavora.`,
          en: `“${objective.title}”: ${inDigits(day)} is ${en}. The deadline does not move by itself: choose a day on which the office works.`,
        },
        basis: 'Scadenze del piano: nessuna norma le sposta al giorno feriale seguente',
        figures: { points: pointsOf(shares), of: null },
      } satisfies Found;
    }),
  );
}

function dayNamed(deadline: Deadline, { year, horizon }: Pick<PlanDocument, 'year' | 'horizon'>): LocalDate | null {
  if (deadline.kind === 'fixed') return deadline.on;
  if (deadline.kind !== 'start') return null;
  return deadline.until === null || deadline.until === horizon ? ownDay(deadline, { year }) : deadline.until;
}

function dayInWords(day: LocalDate, holiday: boolean): Label {
  if (holiday) return { it: 'festivo', en: 'a holiday' };
  return weekdayOf(day) === 6 ? { it: 'sabato', en: 'a Saturday' } : { it: 'domenica', en: 'a Sunday' };
}
