import type { PlanDocument, Reading } from '#domain';
import type { Ambiguity } from './draft.js';
import type { Wording } from './text.js';

/** A settled reading with where it stands and what it says. */
export interface ReportedReading extends Reading {
  readonly line: number;
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

/** Each reading with the line of its ambiguity and the label of its option. */
export function withPlaces(
  readings: readonly Reading[],
  ambiguities: readonly Ambiguity[],
  language: keyof Wording,
): ReportedReading[] {
  return readings.map((reading) => {
    const ambiguity = ambiguities.find(({ id }) => id === reading.question);
    const option = ambiguity?.options.find(({ id }) => id === reading.option);
    return { ...reading, line: ambiguity?.line ?? 1, label: option?.label[language] ?? reading.option };
  });
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
    return `  ${id} (${word.line} ${source.line}) ${title}: ${whose}; ${counts}`;
  });
}

/** A line for each ambiguity: where it stands, how it is read and why. */
export function readingLines(readings: readonly ReportedReading[], language: keyof Wording): string[] {
  const word = WORDS[language];
  return readings.map(
    ({ question, line, label, settledBy }) =>
      `  ${question} (${word.line} ${line}): ${label} (${word.settledBy[settledBy]})`,
  );
}
