import { Refused, type NamedChain } from '../refused.js';

/**
 * A refusal that names steps or documents goes by the chain at hand: another one may have a step of the same id, and the definition
 * in force another name for it.
 *
 * @throws whatever `rule` does
 */
export function inItsWords<Told>(chain: NamedChain, rule: () => Told): Told {
  try {
    return rule();
  } catch (error) {
    if (error instanceof Refused) error.chain ??= chain;
    throw error;
  }
}
