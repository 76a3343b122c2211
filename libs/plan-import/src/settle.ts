import { formatHundredths, type Reading } from '#domain';
import type { KnownArea } from './areas.js';
import type { Ambiguity, DraftRow } from './draft.js';
import { problem, quoted, type Problem } from './problem.js';
import { italian } from './row-shares.js';
import { solve, type Puzzle, type Solution } from './solver.js';
import type { Wording } from './text.js';
import { COMPLETE_OPTION, COMPLETE_QUESTION } from './wholeness.js';

/** A question that only a person can answer, with what is proposed. */
export interface Question {
  readonly id: string;
  readonly line: number;
  readonly question: Wording;
  readonly options: readonly { readonly id: string; readonly label: Wording }[];
  readonly proposed: string;
}

export interface Settlement {
  /** Ambiguity id → place of its option. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly settled: readonly Reading[];
  /** Questions still open, as if the proposals were accepted. */
  readonly proposed: readonly Reading[];
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

interface Facts {
  readonly ambiguities: readonly Ambiguity[];
  readonly puzzle: Puzzle;
  readonly solution: Solution;
  readonly areas: readonly KnownArea[];
  readonly answers: Readonly<Record<string, string>>;
  readonly rows: readonly DraftRow[];
}

/** One question for all that the weights settle: that they reach their ceilings is evidence, not law. */
export const WEIGHTS_QUESTION = 'weights';
const CONFIRM = 'confirm';
const ONE_BY_ONE = 'one-by-one';

/**
 * Settles each ambiguity: by a person's answer, by the ceilings where they leave one option, or by a proposal. Where
 * one reading alone brings the areas exactly to their ceilings, it is proposed as a whole and confirmed once.
 */
export function settle(facts: Facts): Settlement {
  const { ambiguities, puzzle, solution, areas, answers } = facts;
  const wrong = wrongAnswers(ambiguities, answers);
  if (solution.proposal === null) {
    return {
      chosen: new Map(),
      settled: [],
      proposed: [],
      questions: [],
      problems: [...wrong, ...overCeilings(facts)],
    };
  }
  const answered = ambiguities.map(({ id, options }) => {
    const place = options.findIndex((option) => option.id === answers[id]);
    return answers[id] === undefined || place < 0 ? null : place;
  });
  const restricted = restrictedTo(puzzle, answered);
  const own = solve(restricted.puzzle);
  if (own.proposal === null) {
    const line = ambiguities.find((_, index) => answered[index] !== null)?.line ?? 1;
    return {
      chosen: new Map(),
      settled: [],
      proposed: [],
      questions: [],
      problems: [...wrong, answersOverCeilings(line)],
    };
  }
  const chosen = new Map<string, number>();
  const settled: Reading[] = [];
  const proposed: Reading[] = [];
  const confirmed: Ambiguity[] = [];
  const questions: Question[] = [];
  ambiguities.forEach((ambiguity, index) => {
    const original = (place: number) => restricted.places[index]?.[place] ?? place;
    const place = original(own.proposal?.[index] ?? 0);
    const reading = { question: ambiguity.id, option: ambiguity.options[place]?.id ?? '' };
    chosen.set(ambiguity.id, place);
    if (answered[index] !== null) settled.push({ ...reading, settledBy: 'answer' });
    else if (own.complete && own.feasible[index]?.length === 1) settled.push({ ...reading, settledBy: 'weights' });
    else if (own.unique[index] === true && answers[WEIGHTS_QUESTION] === CONFIRM)
      settled.push({ ...reading, settledBy: 'answer' });
    else {
      proposed.push({ ...reading, settledBy: 'proposal' });
      if (own.unique[index] === true && answers[WEIGHTS_QUESTION] !== ONE_BY_ONE) confirmed.push(ambiguity);
      else questions.push(asQuestion(ambiguity, (own.feasible[index] ?? []).map(original), place));
    }
  });
  if (confirmed.length > 0) questions.unshift(confirmation(confirmed, chosen, own, areas));
  return { chosen, settled, proposed, questions, problems: wrong };
}

function restrictedTo(
  puzzle: Puzzle,
  answered: readonly (number | null)[],
): { puzzle: Puzzle; places: (readonly number[] | undefined)[] } {
  const places = puzzle.ambiguities.map((_, index) => {
    const place = answered[index] ?? null;
    return place === null ? undefined : [place];
  });
  const ambiguities = puzzle.ambiguities.map((options, index) => {
    const place = places[index]?.[0];
    const only = place === undefined ? undefined : options[place];
    return only === undefined ? options : [only];
  });
  return { puzzle: { ...puzzle, ambiguities }, places };
}

function asQuestion({ id, line, question, options }: Ambiguity, feasible: readonly number[], place: number): Question {
  const open = options.filter((_, index) => feasible.length === 0 || feasible.includes(index) || index === place);
  return {
    id,
    line,
    question,
    options: open.map(({ id: option, label }) => ({ id: option, label })),
    proposed: options[place]?.id ?? '',
  };
}

function confirmation(
  ambiguities: readonly Ambiguity[],
  chosen: ReadonlyMap<string, number>,
  { enumerated, withinCeilings }: Solution,
  areas: readonly KnownArea[],
): Question {
  const readings = ambiguities.map((ambiguity) => ({
    line: ambiguity.line,
    label: ambiguity.options[chosen.get(ambiguity.id) ?? 0]?.label ?? { it: '', en: '' },
  }));
  const it = readings.map(({ line, label }) => `riga ${line}: ${label.it}`).join('; ');
  const en = readings.map(({ line, label }) => `line ${line}: ${label.en}`).join('; ');
  return {
    id: WEIGHTS_QUESTION,
    line: ambiguities[0]?.line ?? 1,
    question: {
      it: `Di ${enumerated} letture possibili dei pesi ${withinCeilings} restano entro i massimi e una sola porta ogni area (${areas.length}) esattamente al suo: è quella giusta? (${it})`,
      en: `Of ${enumerated} possible readings of the weights ${withinCeilings} stay within the ceilings and only one brings every area (${areas.length}) exactly to its own: is it the right one? (${en})`,
    },
    options: [
      { id: CONFIRM, label: { it: 'Sì', en: 'Yes' } },
      { id: ONE_BY_ONE, label: { it: 'No: chiedere un punto alla volta', en: 'No: ask point by point' } },
    ],
    proposed: CONFIRM,
  };
}

function wrongAnswers(ambiguities: readonly Ambiguity[], answers: Readonly<Record<string, string>>): Problem[] {
  const known = new Map<string, { line: number; options: readonly string[] }>([
    [WEIGHTS_QUESTION, { line: ambiguities[0]?.line ?? 1, options: [CONFIRM, ONE_BY_ONE] }],
    [COMPLETE_QUESTION, { line: 1, options: [COMPLETE_OPTION] }],
    ...ambiguities.map(({ id, line, options }) => [id, { line, options: options.map((option) => option.id) }] as const),
  ]);
  return Object.entries(answers)
    .slice(0, 200)
    .flatMap(([id, option]) => {
      const question = known.get(id);
      if (question === undefined) {
        const list = ambiguities.map((ambiguity) => ambiguity.id).join(', ');
        return [
          problem(
            1,
            'import/unknown-question',
            `La risposta ${quoted(id)} non è a nessuna domanda di questo documento. Le domande sono: ${WEIGHTS_QUESTION}${list && `, ${list}`}.`,
            `The answer ${quoted(id)} belongs to no question of this document. The questions are: ${WEIGHTS_QUESTION}${list && `, ${list}`}.`,
          ),
        ];
      }
      if (question.options.includes(option)) return [];
      const list = question.options.join(', ');
      return [
        problem(
          question.line,
          'import/unknown-option',
          `La risposta ${quoted(option)} alla domanda ${quoted(id)} non è fra quelle possibili: ${list}.`,
          `The answer ${quoted(option)} to the question ${quoted(id)} is not among the options: ${list}.`,
        ),
      ];
    });
}

function answersOverCeilings(line: number): Problem {
  return problem(
    line,
    'import/answers-over-ceiling',
    'Con le risposte date nessuna lettura resta entro i massimi: cambiare una risposta.',
    'With the answers given no reading stays within the ceilings: change an answer.',
  );
}

/** The areas that no reading can bring below their ceiling, each at its heaviest row. */
function overCeilings({ ambiguities, puzzle, areas, rows }: Facts): Problem[] {
  const found = areas.flatMap((area, index) => {
    const least = puzzle.ambiguities.reduce(
      (sum, options) => sum + Math.min(...options.map((option) => option.get(index) ?? 0)),
      puzzle.base[index] ?? 0,
    );
    const ceiling = puzzle.ceilings[index] ?? null;
    return ceiling === null || least <= ceiling ? [] : [overCeiling(area, BigInt(least), BigInt(ceiling), rows)];
  });
  if (found.length > 0) return found;
  const line = ambiguities[0]?.line ?? 1;
  return [
    problem(
      line,
      'import/no-reading-within-ceilings',
      `I punti ambigui (${ambiguities.map((one) => `riga ${one.line}`).join(', ')}) si possono leggere in più modi, ma in nessuno i pesi di tutte le aree restano entro i massimi: controllare i pesi.`,
      `The ambiguous places (${ambiguities.map((one) => `line ${one.line}`).join(', ')}) can be read in several ways, but in none do the weights of all areas stay within the ceilings: check the weights.`,
    ),
  ];
}

function overCeiling(area: KnownArea, sum: bigint, ceiling: bigint, rows: readonly DraftRow[]): Problem {
  const own = rows
    .flatMap(({ shares, ambiguities }) => [
      ...shares,
      ...ambiguities.flatMap(({ options }) => options.flatMap((option) => option.shares)),
    ])
    .filter(({ areaId, weight }) => areaId === area.id && weight !== null)
    .sort((a, b) => Number((b.weight ?? 0n) - (a.weight ?? 0n)));
  const lines = [...new Set(own.map(({ source }) => source.line))].sort((a, b) => a - b).join(', ');
  return problem(
    own[0]?.source.line ?? 1,
    'import/weight-over-ceiling',
    `I pesi di «${area.name}» fanno almeno ${italian(sum)}, più del massimo ${italian(ceiling)} (righe ${lines}): correggere i pesi o il massimo.`,
    `The weights of “${area.name}” add up to at least ${formatHundredths(sum)}, above the ceiling of ${formatHundredths(ceiling)} (lines ${lines}): correct the weights or the ceiling.`,
  );
}
