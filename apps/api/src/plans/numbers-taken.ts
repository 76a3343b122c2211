import {
  factsOfNumberTaken,
  numberTaken,
  validatedOn,
  type LocalDate,
  type NumberTaken,
  type PlanDocument,
} from '#domain';
import type { Engine } from '#engine';
import type { Language, WarningCode } from '#contract';
import type { ProblemWords, Warned } from '../http/problem-words.js';

/** The proposals whose numbers a document has: they are other streams, so they are asked here. */
export async function numbersTaken(
  engine: Engine,
  planId: string,
  { objectives }: PlanDocument,
): Promise<readonly NumberTaken[]> {
  const taken: NumberTaken[] = [];
  for (const objective of objectives) {
    const found = numberTaken(objective, (await engine.load('objective', `${planId}-${objective.id}`))?.state);
    if (found !== null) taken.push(found);
  }
  return taken;
}

/** The day on which the last of the proposals that a draft has was validated; undefined: there is none. */
export async function lastValidatedOn(engine: Engine, planId: string): Promise<LocalDate | undefined> {
  const objectives = (await engine.load('plan', planId))?.state.document?.objectives ?? [];
  const days: LocalDate[] = [];
  for (const objective of objectives) {
    const day = validatedOn(objective, (await engine.load('objective', `${planId}-${objective.id}`))?.state);
    if (day !== null) days.push(day);
  }
  return days.toSorted().at(-1);
}

/** What the document does to each, in words. */
export async function toldOf(
  planId: string,
  taken: readonly NumberTaken[],
  language: Language,
  words: Pick<ProblemWords, 'warning'>,
): Promise<Warned[]> {
  const told = taken.flatMap((one) => codesOf(one).map((code) => [code, factsOfNumberTaken(planId, one)] as const));
  return Promise.all(told.map(([code, facts]) => words.warning(code, facts, language)));
}

function codesOf({ another, differs, validated }: NumberTaken): readonly WarningCode[] {
  if (another) return ['plan/number-proposed'];
  return [
    ...(differs.length > 0 ? (['plan/proposal-otherwise'] as const) : []),
    ...(validated ? [] : (['plan/proposal-not-validated'] as const)),
  ];
}
