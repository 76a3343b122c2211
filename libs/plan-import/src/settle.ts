import type { Reading } from '#domain';
import { answersOverCeilings, CONFIRM, ONE_BY_ONE, WEIGHTS_QUESTION, wrongAnswers } from './answers.js';
import { confirmation } from './confirmation.js';
import type { Ambiguity } from './draft.js';
import { overCeilings, type WeighedPlan } from './over-ceilings.js';
import type { Problem } from './problem.js';
import type { Question } from './question.js';
import { solve, type Puzzle, type Solution } from './solver.js';

export interface Settlement {
  /** Ambiguity id → place of its option. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly settled: readonly Reading[];
  /** Questions still open, as if the proposals were accepted. */
  readonly proposed: readonly Reading[];
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

interface Facts extends WeighedPlan {
  readonly solution: Solution;
  readonly answers: Readonly<Record<string, string>>;
  /** What is asked besides, and weighs nothing: the first option is the one that is proposed. */
  readonly doubts: readonly Ambiguity[];
}

/**
 * Settles each ambiguity: by a person's answer, by the ceilings where they leave one option, or by a proposal. Where
 * one reading alone brings the areas exactly to their ceilings, it is proposed as a whole and confirmed once.
 */
export function settle(facts: Facts): Settlement {
  const { ambiguities, puzzle, solution, areas, answers, doubts } = facts;
  const wrong = wrongAnswers([...doubts, ...ambiguities], answers);
  const told = doubted(doubts, answers);
  if (solution.proposal === null) {
    return { chosen: new Map(), ...told, problems: [...wrong, ...overCeilings(facts)] };
  }
  const answered = ambiguities.map(({ id, options }) => {
    const place = options.findIndex((option) => option.id === answers[id]);
    return answers[id] === undefined || place < 0 ? null : place;
  });
  const restricted = restrictedTo(puzzle, answered);
  const own = solve(restricted.puzzle);
  if (own.proposal === null) {
    const line = ambiguities.find((_, index) => answered[index] !== null)?.line ?? 1;
    return { chosen: new Map(), ...told, problems: [...wrong, answersOverCeilings(line)] };
  }
  const chosen = new Map<string, number>();
  const settled: Reading[] = [...told.settled];
  const proposed: Reading[] = [...told.proposed];
  const confirmed: Ambiguity[] = [];
  const questions: Question[] = [...told.questions];
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
  if (confirmed.length > 0)
    questions.unshift(confirmation(confirmed, chosen, { solution: own, puzzle: restricted.puzzle, areas }));
  return { chosen, settled, proposed, questions, problems: wrong };
}

/** What weighs nothing is settled by its answer alone, and asked also where no weights fit: it may be why. */
function doubted(
  doubts: readonly Ambiguity[],
  answers: Readonly<Record<string, string>>,
): Pick<Settlement, 'settled' | 'proposed' | 'questions'> {
  const given = (doubt: Ambiguity) => doubt.options.find(({ id }) => id === answers[doubt.id])?.id;
  const open = doubts.filter((doubt) => given(doubt) === undefined);
  return {
    settled: doubts.flatMap((doubt): Reading[] => {
      const option = given(doubt);
      return option === undefined ? [] : [{ question: doubt.id, option, settledBy: 'answer' }];
    }),
    proposed: open.map(({ id, options }) => ({ question: id, option: options[0]?.id ?? '', settledBy: 'proposal' })),
    questions: open.map((doubt) => asQuestion(doubt, [], 0)),
  };
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
