import type { Participant } from '../chain-definition.js';
import type { WorkflowDefinition } from '../definition.js';
import { mistake, type WorkflowMistake } from '../mistake.js';
import { isOf, othersAt, stepsOf } from '../participants.js';
import { dispensable, signedByAccounting } from './accounting.js';
import { lacking } from './lacking.js';

/** An office that is not political signs, accounting has looked at it and is not alone to sign. */
export function limitsOfLiquidation(definition: WorkflowDefinition): WorkflowMistake[] {
  const subject = 'premium-run';
  const chain = definition.chains[subject];
  const path = ['chains', subject, 'steps'];
  const transitions = definition.objective.transitions.flatMap(({ verb, act }, index) =>
    verb === 'liquidate' && act === null && !chain?.steps.some((step) => step.act !== null)
      ? [
          lacking('limit/liquidation-without-act', ['objective', 'transitions', index], subject, definition, [
            ['objective'],
          ]),
        ]
      : [],
  );
  if (chain === undefined) {
    const pays = definition.objective.transitions.some(({ to }) => to === 'liquidated');
    const facts = { subject, chain: subject };
    const needs = [['chains', subject], ['objective']];
    return pays ? [...transitions, mistake('limit/liquidation-not-checked', ['chains'], facts, needs)] : transitions;
  }
  const isPolitical = (who: Participant) =>
    isOf('political-body', definition)(who) || ('role' in who && who.role === 'giunta');
  const unchecked = chain.steps.some(({ who }) => who.some(isOf('accounting', definition)))
    ? dispensable(definition)
    : [lacking('limit/liquidation-not-checked', path, subject, definition)];
  const paidByPolitical = definition.objective.transitions.flatMap(({ verb, who, substitute }, index) => {
    if (verb !== 'liquidate') return [];
    const parts = [
      ...(who.some(isPolitical) ? ['who'] : []),
      ...(substitute != null && isPolitical(substitute) ? ['substitute'] : []),
    ];
    return parts.map((part) =>
      mistake('limit/liquidation-by-political-body', ['objective', 'transitions', index, part], { step: verb }),
    );
  });
  const signed = stepsOf(definition, [subject]).filter(({ step }) => step.act !== null);
  const political = signed.flatMap((placed) => {
    const { step } = placed;
    const own = step.who.some(isPolitical) ? [[...placed.path, 'who']] : [];
    const others = othersAt(placed).flatMap((one) => (isPolitical(one.participant) ? [one.path] : []));
    return [...own, ...others].map((at) => mistake('limit/liquidation-by-political-body', at, { step: step.id }));
  });
  const unsigned = chain.steps.some(({ act }) => act !== null)
    ? []
    : [lacking('limit/liquidation-without-act', path, subject, definition)];
  return [
    ...new Set([
      ...(unsigned.length > 0 ? unsigned : transitions),
      ...unchecked,
      ...political,
      ...paidByPolitical,
      ...signedByAccounting(definition),
    ]),
  ];
}
