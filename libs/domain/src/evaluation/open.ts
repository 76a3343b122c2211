import { heldBy } from '../organisation/acting.js';
import { daysAsked } from '../organisation/as-of.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { barredActor } from '../separation/separation.js';
import { requireText } from '../text.js';
import type { LocalDate } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import { isHearing } from '../workflow/limits/chains.js';
import { requireAnother, requireConductor, requireForeseen, type Opened } from './guards.js';
import type { EvaluationCommandOf, EvaluationEvent, Judge } from './messages.js';

/**
 * Somebody is to be evaluated by somebody else, by the rules that are in force that day.
 *
 * @throws Refused `evaluation/no-chain`, `evaluation/own`, `evaluation/not-foreseen`, `evaluation/no-office`, `evaluation/judge-not-in-office`,
 * `evaluation/judge-barred`
 */
export function open(command: EvaluationCommandOf<'evaluation.open'>): EvaluationEvent {
  const { evaluationId, planId, person, evaluator, period, route, staff, on } = command;
  requireText(evaluationId, 'evaluationId');
  if (route === null) throw new Refused('evaluation/no-chain');
  requireConductor({ person, route }, command);
  requireAnother({ person }, { id: evaluator.person });
  requireForeseen(route.terms.evaluators, evaluator.office);
  const offices = officesOf(person, period, staff);
  if (offices.length === 0) throw new Refused('evaluation/no-office');
  requireFree(evaluator, partiesOf({ person, offices }), { staff, on });
  const { chain, workflow, terms } = route;
  const frozen = { chain: judging(chain), workflow, terms };
  return { type: 'evaluation.opened.v1', data: { evaluationId, planId, person, offices, evaluator, route: frozen } };
}

/** The steps that judge: at the hearing nobody judges, the evaluation has notice, observations and hearing itself. */
export function judging(chain: ChainDefinition): ChainDefinition {
  return { ...chain, steps: chain.steps.filter((step) => !isHearing(step)) };
}

/** Who is on the other side: the evaluated person, and whoever answers with them for the same offices. */
export function partiesOf(
  { person, offices }: Pick<Opened, 'person' | 'offices'>,
  authors: readonly string[] = [],
): Parties {
  return { authors, offices, scored: [], beneficiaries: [person] };
}

/**
 * Today, and on the day that is told.
 *
 * @throws Refused `evaluation/judge-not-in-office`, `evaluation/judge-barred`
 */
export function requireFree(
  { person, office }: Judge,
  parties: Parties,
  { staff, on }: { readonly staff: Staff; readonly on?: LocalDate | undefined },
): void {
  for (const of of daysAsked(staff, on)) {
    if (!heldBy(of, person).some((each) => each.office === office)) {
      throw new Refused('evaluation/judge-not-in-office', { office });
    }
    const rule = barredActor({ id: person, office }, null, parties, of);
    if (rule !== null) throw new Refused('evaluation/judge-barred', { office, rule: rule.code });
  }
}

function officesOf(person: string, { from, to }: { from: string; to: string }, { tenures }: Staff): readonly string[] {
  const held = tenures.filter(
    (each) => each.person === person && each.from <= to && (each.to === null || from <= each.to),
  );
  return [...new Set(held.map(({ office }) => office))].toSorted();
}
