import { actText } from './acts.js';
import type { Counts, PlanReading } from './plan-reading.js';
import { objectiveLines, readingLines, reported, type ReportedReading } from './report-details.js';
import type { Wording } from './text.js';

export type Language = keyof Wording;

/** What `import --json` prints: counts and weights as under the proposed reading. */
export interface ImportReport {
  readonly plan: { readonly body: string; readonly year: number | null; readonly act: string | null };
  readonly counts: Counts;
  /** The area's name → what its weights add up to, `"60"`. */
  readonly weightByArea: Readonly<Record<string, string>>;
  readonly readings: PlanReading['readings'];
  readonly settled: readonly ReportedReading[];
  readonly questions: readonly ReportedQuestion[];
  readonly problems: readonly {
    readonly line: number;
    readonly place: string;
    readonly code: string;
    readonly message: string;
  }[];
  /** What was left out or taken away. */
  readonly remarks: readonly string[];
}

export interface ReportedQuestion {
  readonly id: string;
  readonly line: number;
  readonly place: string;
  readonly question: string;
  /** What may be answered; `labels` say what each means. */
  readonly options: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly proposed: string;
}

/** A reading as data for a program. */
export function reportOf(result: PlanReading, language: Language): ImportReport {
  const { plan, counts, weightByArea } = result.reading;
  return {
    plan: { ...plan, act: plan.act === null ? null : actText(plan.act) },
    counts,
    weightByArea,
    readings: result.readings,
    settled: reported(
      result.read.filter(({ settledBy }) => settledBy !== 'proposal'),
      language,
    ),
    questions: result.questions.map(({ id, line, place, question, options, proposed }) => ({
      id,
      line,
      place: place[language],
      question: question[language],
      options: options.map((option) => option.id),
      labels: Object.fromEntries(options.map((option) => [option.id, option.label[language]])),
      proposed,
    })),
    problems: result.problems.map(({ line, place, code, message }) => ({
      line,
      place: place[language],
      code,
      message: message[language],
    })),
    remarks: result.remarks.map((remark) => remark[language]),
  };
}

const WORDS = {
  it: {
    plan: 'Piano', act: 'atto', missions: 'missioni', strategicObjectives: 'obiettivi strategici', objectives: 'obiettivi operativi',
    shares: 'quote', weightedShares: 'con peso', indicators: 'indicatori', weights: 'Pesi', questions: 'Da confermare', problems: 'Da correggere',
    remarks: 'Da sapere', proposed: 'proposta', found: 'Obiettivi', read: 'Punti che si leggono in più modi',
    readings: (all: number, within: number, full: number) => `Letture possibili: ${all}; entro i massimi: ${within}; che li raggiungono tutti: ${full}`,
  },
  en: {
    plan: 'Plan', act: 'act', missions: 'missions', strategicObjectives: 'strategic objectives', objectives: 'operational objectives',
    shares: 'shares', weightedShares: 'weighted', indicators: 'indicators', weights: 'Weights', questions: 'To confirm', problems: 'To correct',
    remarks: 'Worth knowing', proposed: 'proposed', found: 'Objectives', read: 'Places that can be read in several ways',
    readings: (all: number, within: number, full: number) => `Possible readings: ${all}; within the ceilings: ${within}; reaching all of them: ${full}`,
  },
} as const; // prettier-ignore

/** A reading as lines for a person. */
export function reportLines(result: PlanReading, language: Language): string[] {
  const { plan, counts, weightByArea, questions, problems, readings, remarks } = reportOf(result, language);
  const word = WORDS[language];
  const lines: string[] = [];
  if (plan.body !== '') {
    const act = plan.act === null ? '' : `, ${word.act} ${plan.act}`;
    lines.push(`${word.plan} ${plan.year ?? '?'} · ${plan.body}${act}`);
  }
  if (counts.objectives > 0) {
    lines.push(
      `${counts.missions} ${word.missions}, ${counts.strategicObjectives} ${word.strategicObjectives}, ${counts.objectives} ${word.objectives}, ` +
        `${counts.shares} ${word.shares} (${counts.weightedShares} ${word.weightedShares}), ${counts.indicators} ${word.indicators}`,
    );
    const areas = Object.entries(weightByArea);
    const width = Math.max(0, ...areas.map(([name]) => name.length));
    lines.push('', `${word.weights}:`, ...areas.map(([name, weight]) => `  ${name.padEnd(width)}  ${weight}`));
    if (readings.enumerated > 1)
      lines.push('', word.readings(readings.enumerated, readings.withinCeilings, readings.saturating));
  }
  const { document } = result;
  if (document !== null) {
    lines.push('', `${word.found}:`, ...objectiveLines(document, language));
    const read = reported(result.read, language).sort((a, b) => a.line - b.line);
    if (read.length > 0) lines.push('', `${word.read}:`, ...readingLines(read, language));
  }
  if (questions.length > 0) {
    lines.push('', `${word.questions}:`);
    for (const { id, place, question, options, labels, proposed } of questions) {
      lines.push(`  ${id} (${place}): ${question}`);
      for (const option of options)
        lines.push(`    ${option === proposed ? '*' : '-'} ${option}: ${labels[option] ?? ''}`);
    }
    lines.push(`  * ${word.proposed}`);
  }
  if (problems.length > 0) {
    lines.push(
      '',
      `${word.problems}:`,
      ...problems.map(({ place, code, message }) => `  ${place}  ${code}  ${message}`),
    );
  }
  if (remarks.length > 0) lines.push('', `${word.remarks}:`, ...remarks.map((remark) => `  ${remark}`));
  return lines;
}
