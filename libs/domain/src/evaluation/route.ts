import type { ChainDefinition } from '../workflow/chain-definition.js';
import { isHearing } from '../workflow/limits/chains.js';
import { isGivenUp, nextFor, type Asking } from './foreseen.js';
import type { Judge, RouteOfEvaluation } from './messages.js';
import type { Opened } from './state.js';

/** The steps that judge: at the hearing nobody judges, the evaluation has notice, observations and hearing itself. */
export function judging(chain: ChainDefinition): ChainDefinition {
  return { ...chain, steps: chain.steps.filter((step) => !isHearing(step)) };
}

/**
 * The rules that an evaluation goes on by with somebody of an office that only the version in force knows: chain and parts are
 * those of that one; what the person was told of weights, threshold and terms stays.
 *
 * @returns null: by those that it has
 */
export function routeWith(
  part: 'evaluators' | 'conciliators',
  { office }: Judge,
  opened: Opened,
  asking: Asking,
): RouteOfEvaluation | null {
  const next = nextFor(opened, asking);
  if (next === null) return null;
  const own = opened.route.terms[part];
  const isOfNext =
    own === undefined
      ? part === 'evaluators' && isAfterFormerBody(office, opened, next, asking)
      : own.every((one) => one.office !== office);
  if (!isOfNext) return null;
  const { results, hearingBelow, observations, conciliation } = opened.route.terms;
  const { evaluators, conciliators, conductors } = next.terms;
  const parts = {
    ...(evaluators && { evaluators }),
    ...(conciliators && { conciliators }),
    ...(conductors && { conductors }),
  };
  const terms = { results, hearingBelow, observations, conciliation, ...parts };
  return { chain: judging(next.chain), workflow: next.workflow, terms };
}

/** Where whoever is named evaluates: the office of before has a step of the chain, none of the one in force, and nobody any more. */
function isAfterFormerBody(office: string, opened: Opened, next: RouteOfEvaluation, asking: Asking): boolean {
  const before = opened.evaluator.office;
  const asks = ({ steps }: ChainDefinition) =>
    steps.some(({ who }) => who.some((one) => 'office' in one && one.office === before));
  if (office === before || !asks(opened.route.chain) || asks(next.chain)) return false;
  return isGivenUp('evaluators', [{ office: before }], opened, asking);
}
