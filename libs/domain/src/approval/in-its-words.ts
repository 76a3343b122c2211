import { Refused } from '../refused.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';

/**
 * A refusal that names steps goes by the chain at hand: another one may have a step of the same id, and the definition in force
 * another name for it.
 *
 * @throws whatever `rule` does
 */
export function inItsWords<Told>({ steps }: Pick<ChainDefinition, 'steps'>, rule: () => Told): Told {
  try {
    return rule();
  } catch (error) {
    if (error instanceof Refused) error.steps ??= steps;
    throw error;
  }
}
