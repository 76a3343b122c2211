import type { PlanDocument, Reading, Source } from '#domain';
import type { PlacedReading } from './plan-reading.js';
import type { Wording } from './text.js';

/** A settled reading with where it stands and what it says. */
export interface ReportedReading extends Reading {
  readonly line: number;
  readonly place: string;
  readonly label: string;
}

const WORDS = {
  it: {
    line: 'riga', indicators: 'indicatori', deadlines: 'scadenze', unweighted: 'senza peso',
    settledBy: { weights: 'lo dicono i pesi', answer: 'lo dice una risposta', proposal: 'proposta' },
  },
  en: {
    line: 'line', indicators: 'indicators', deadlines: 'deadlines', unweighted: 'without weight',
    settledBy: { weights: 'the weights tell', answer: 'an answer tells', proposal: 'proposed' },
  },
} as const; // prettier-ignore

/** Each reading in one language. */
export function reported(readings: readonly PlacedReading[], language: keyof Wording): ReportedReading[] {
  return readings.map(({ place, label, ...reading }) => ({
    ...reading,
    place: place[language],
    label: label[language],
  }));
}

/** A line for each objective: where it stands, whose it is with which weight, what is measured and due. */
export function objectiveLines({ objectives, areas }: PlanDocument, language: keyof Wording): string[] {
  const word = WORDS[language];
  const nameOf = (areaId: string) => areas.find(({ id }) => id === areaId)?.name ?? areaId;
  const written = (weight: string | null) =>
    weight === null ? word.unweighted : language === 'it' ? weight.replace('.', ',') : weight;
  return objectives.map(({ id, title, source, shares, indicators, deadlines }) => {
    const whose = shares.map(({ areaId, weight }) => `${nameOf(areaId)} ${written(weight)}`).join(', ');
    const counts = `${word.indicators}: ${indicators.length}, ${word.deadlines}: ${deadlines.length}`;
    return `  ${id} (${where(source, language)}) ${title}: ${whose}; ${counts}`;
  });
}

/** A line for each ambiguity: where it stands, how it is read and why. */
export function readingLines(readings: readonly ReportedReading[], language: keyof Wording): string[] {
  const word = WORDS[language];
  return readings.map(
    ({ question, place, label, settledBy }) => `  ${question} (${place}): ${label} (${word.settledBy[settledBy]})`,
  );
}

function where({ line, place }: Source, language: keyof Wording): string {
  return place?.[language] ?? `${WORDS[language].line} ${line}`;
}
