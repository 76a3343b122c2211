import { kindOf } from '../acts/act-key.js';
import type { WorkflowDefinition } from './definition.js';
import { mistake, type WorkflowMistake } from './mistake.js';

/** A run is paid by the last act of its chain: where that is of no kind that pays, nobody can. */
export function checkPayment({ objective, chains }: WorkflowDefinition): WorkflowMistake[] {
  const steps = chains['premium-run']?.steps ?? [];
  const index = steps.findLastIndex(({ act }) => act !== null);
  const step = steps[index];
  if (step === undefined || step.act === null || step.act.kinds.length === 0) return [];
  const named = step.act.kinds;
  const authorising = named.map(kindOf);
  return objective.transitions.flatMap(({ verb, act }, at) => {
    if (verb !== 'liquidate' || act === null || act.kinds.length === 0) return [];
    if (act.kinds.some((kind) => authorising.includes(kindOf(kind)))) return [];
    const path = ['objective', 'transitions', at, 'act', 'kinds'];
    const facts = { step: step.id, kinds: named.join(', '), paying: act.kinds.join(', ') };
    return [mistake('workflow/act-does-not-liquidate', path, facts, [path, ['chains', 'premium-run', 'steps']])];
  });
}
