import type { PlanTable, PlanTableRow } from '#read-model';
import type { PrintedObjective, PrintedShare, TableDocument } from './document.js';

/** Lays the table out as the published plan does, with its last column filled. */
export function printTable({ plan, realisedOn, missions }: PlanTable): TableDocument {
  const on = printedDay(realisedOn);
  return {
    body: plan.body,
    title: plan.title,
    act: plan.act === null ? null : `Approvato con ${plan.act.kind} ${plan.act.number}${ofDay(plan.act.date)}`,
    note: `Fatti avvenuti entro il ${on}; grado e premio secondo la rendicontazione approvata e la liquidazione.`,
    headings: [
      '',
      `Obiettivi operativi ${plan.year}`,
      'Area',
      `Performance attesa al ${printedDay(plan.horizon)}`,
      'Peso',
      `Performance realizzata al ${on}`,
    ],
    missions: missions.map(({ number, title, strategicObjectives }) => ({
      title: `Missione ${number} – ${title}`,
      strategicObjectives: strategicObjectives.map((strategic) => ({
        title: `Obiettivo strategico ${strategic.number} – ${strategic.title}`,
        objectives: grouped(strategic.rows),
      })),
    })),
  };
}

function grouped(rows: readonly PlanTableRow[]): readonly PrintedObjective[] {
  return [...new Set(rows.map(({ objectiveId }) => objectiveId))].map((id) => {
    const shares = rows.filter(({ objectiveId }) => objectiveId === id);
    return { number: shares[0]?.number ?? '', title: shares[0]?.title ?? '', shares: shares.map(printedShare) };
  });
}

function printedShare({ area, unit, expected, weight, funding, realised }: PlanTableRow): PrintedShare {
  return {
    area: unit === null ? [area] : [area, unit],
    expected,
    weight: weight === null ? null : weight.replace('.', ','),
    funding,
    // an amount is not parted from its sign at the end of a line
    achieved: [realised.replaceAll('€ ', '€\u00a0')],
  };
}

function ofDay(date: string | null): string {
  return date === null ? '' : ` del ${printedDay(date)}`;
}

/** `2022-12-31` is `31.12.2022`. */
function printedDay(date: string): string {
  return date.split('-').toReversed().join('.');
}
