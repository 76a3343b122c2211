import type { PlanDocument, Reading, Source } from '#domain';
import type { Ambiguity } from './draft.js';
import { deadlinesOf } from './found-deadlines.js';
import { placeWords, spelledOut, type Places } from './place.js';
import type { FoundArea, FoundObjective, PlacedReading, PlanReading, UnplacedReading } from './plan-reading.js';

/** A reading with every place in words: in its sentences, beside them, and in the provenance of the document. */
export function placed(reading: UnplacedReading, places: Places): Omit<PlanReading, 'source' | 'remarks'> {
  const { found, document, questions, problems, ambiguities, ...rest } = reading;
  const spelled = ambiguities.map((ambiguity) => ({
    ...ambiguity,
    place: placeWords(ambiguity.line, places),
    question: spelledOut(ambiguity.question, places),
    options: ambiguity.options.map((option) => ({ ...option, label: spelledOut(option.label, places) })),
  }));
  return {
    ...rest,
    document: document === null ? null : withProvenance(document, places),
    questions: questions.map((question) => ({
      ...question,
      place: placeWords(question.line, places),
      question: spelledOut(question.question, places),
      options: question.options.map(({ id, label }) => ({ id, label: spelledOut(label, places) })),
    })),
    problems: problems.map((one) => ({
      ...one,
      place: placeWords(one.line, places, one.column),
      message: spelledOut(one.message, places),
    })),
    ambiguities: spelled,
    read: (found?.readings ?? []).map((one) => withPlace(one, spelled, places)),
    areas: found === null ? [] : areasOf(found, reading.reading.weightByArea),
    objectives: found === null ? [] : objectivesOf(found, places),
  };
}

function withPlace(reading: Reading, ambiguities: readonly Ambiguity[], places: Places): PlacedReading {
  const ambiguity = ambiguities.find(({ id }) => id === reading.question);
  const option = ambiguity?.options.find(({ id }) => id === reading.option);
  const line = ambiguity?.line ?? 1;
  return {
    ...reading,
    line,
    place: placeWords(line, places),
    label: option?.label ?? { it: reading.option, en: reading.option },
  };
}

function areasOf({ areas }: PlanDocument, weightByArea: Readonly<Record<string, string>>): FoundArea[] {
  return areas.map(({ id, name, ceiling }) => ({ id, name, weight: weightByArea[name] ?? '0', ceiling }));
}

function objectivesOf({ objectives }: PlanDocument, places: Places): FoundObjective[] {
  return objectives.map((objective) => ({
    id: objective.id,
    title: objective.title,
    line: objective.source.line,
    place: placeWords(objective.source.line, places, objective.source.column),
    shares: objective.shares.map(({ areaId, weight, source }) => ({
      areaId,
      weight,
      line: source.line,
      place: placeWords(source.line, places, source.column),
    })),
    indicators: objective.indicators.map(({ text, source }) => ({ text, line: source.line })),
    deadlines: deadlinesOf(objective),
  }));
}

/** The provenance of each fact with its place in words; lines of a text say it themselves. */
function withProvenance(document: PlanDocument, places: Places): PlanDocument {
  if (places.size === 0) return document;
  const own = (source: Source): Source => ({ ...source, place: placeWords(source.line, places, source.column) });
  return {
    ...document,
    objectives: document.objectives.map((objective) => ({
      ...objective,
      source: own(objective.source),
      shares: objective.shares.map((share) => ({ ...share, source: own(share.source) })),
      indicators: objective.indicators.map((indicator) => ({ ...indicator, source: own(indicator.source) })),
    })),
  };
}
