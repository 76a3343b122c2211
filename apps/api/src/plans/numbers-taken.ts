import {
  factsOfNumberTaken,
  numberTaken,
  validatedOn,
  type LastValidated,
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

/** Of the proposals that a draft has, which was validated last; undefined: it has none. */
export async function lastValidated(engine: Engine, planId: string): Promise<LastValidated | undefined> {
  const objectives = (await engine.load('plan', planId))?.state.document?.objectives ?? [];
  let last: LastValidated | undefined;
  for (const objective of objectives) {
    const on = validatedOn(objective, (await engine.load('objective', `${planId}-${objective.id}`))?.state);
    if (on === null || (last !== undefined && on <= last.on)) continue;
    last = { objective: objective.id, title: objective.title, on };
  }
  return last;
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
