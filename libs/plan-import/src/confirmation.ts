import { at } from './place.js';
import { CONFIRM, ONE_BY_ONE, WEIGHTS_QUESTION } from './answers.js';
import type { KnownArea } from './areas.js';
import type { Ambiguity } from './draft.js';
import type { Question } from './question.js';
import { shortfallsOf, shortfallWords } from './shortfall.js';
import type { Puzzle, Solution } from './solver.js';
import type { Wording } from './text.js';

/** What the weights point to, confirmed once for all: how far they really point there is said with it. */
export function confirmation(
  ambiguities: readonly Ambiguity[],
  chosen: ReadonlyMap<string, number>,
  weighed: { readonly solution: Solution; readonly puzzle: Puzzle; readonly areas: readonly KnownArea[] },
): Question {
  const readings = ambiguities.map((ambiguity) => ({
    line: ambiguity.line,
    label: ambiguity.options[chosen.get(ambiguity.id) ?? 0]?.label ?? { it: '', en: '' },
  }));
  const it = readings.map(({ line, label }) => `riga ${at(line)}: ${label.it}`).join('; ');
  const en = readings.map(({ line, label }) => `line ${at(line)}: ${label.en}`).join('; ');
  const evidence = evidenceOf(weighed);
  return {
    id: WEIGHTS_QUESTION,
    line: ambiguities[0]?.line ?? 1,
    question: { it: `${evidence.it} (${it})`, en: `${evidence.en} (${en})` },
    options: [
      { id: CONFIRM, label: { it: 'Sì', en: 'Yes' } },
      { id: ONE_BY_ONE, label: { it: 'No: chiedere un punto alla volta', en: 'No: ask point by point' } },
    ],
    proposed: CONFIRM,
  };
}

function evidenceOf({
  solution,
  puzzle,
  areas,
}: {
  readonly solution: Solution;
  readonly puzzle: Puzzle;
  readonly areas: readonly KnownArea[];
}): Wording {
  const { enumerated, withinCeilings, saturating, proposal } = solution;
  const begin = {
    it: `Di ${enumerated} letture possibili dei pesi ${withinCeilings} restano entro i massimi`,
    en: `Of ${enumerated} possible readings of the weights ${withinCeilings} stay within the ceilings`,
  };
  if (saturating === 1)
    return {
      it: `${begin.it} e una sola porta ogni area (${areas.length}) esattamente al suo: è quella giusta?`,
      en: `${begin.en} and only one brings every area (${areas.length}) exactly to its own: is it the right one?`,
    };
  if (saturating > 1)
    return {
      it: `${begin.it} e ${saturating} portano ogni area (${areas.length}) esattamente al suo; in tutte questi punti si leggono così: è giusto?`,
      en: `${begin.en} and ${saturating} bring every area (${areas.length}) exactly to its own; in all of them these places read so: is that right?`,
    };
  const short = shortfallWords(shortfallsOf(puzzle, proposal ?? [], areas));
  return {
    it: `${begin.it} e nessuna porta ogni area (${areas.length}) esattamente al suo${short.it && `: in quella proposta ${short.it}`}. Questi punti portano al massimo le aree che toccano: si leggono così?`,
    en: `${begin.en} and none brings every area (${areas.length}) exactly to its own${short.en && `: in the one proposed ${short.en}`}. These places bring the areas they touch to their ceilings: do they read so?`,
  };
}
