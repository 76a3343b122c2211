import type { Answer } from '../../client/ask.js';

type Agreement = Answer<'approval'>['steps'][number]['agreement'];

/** With the weight of a substitute among the offices that a step asks: as much as all whose place it takes. */
export function weighed(agreement: Agreement, asked: readonly string[]): Agreement {
  if (agreement.kind !== 'weighted') return agreement;
  const { weights } = agreement;
  const replaced = Object.entries(weights).filter(([office]) => !asked.includes(office));
  const weight = replaced.reduce((sum, [, each]) => sum + each, 0);
  const substitutes = asked.filter((office) => weights[office] === undefined);
  return {
    ...agreement,
    weights: { ...weights, ...Object.fromEntries(substitutes.map((office) => [office, weight])) },
  };
}
