import { kindOf } from '../acts/act-key.js';
import type { WorkflowDefinition } from './definition.js';
import { mistake, type WorkflowMistake } from './mistake.js';
import { reachableFrom } from './paths.js';

/** What a run has authorised can be paid, and what is definitive too. */
export function checkPayment(definition: WorkflowDefinition): WorkflowMistake[] {
  return [...ofOtherActs(definition), ...unpaid(definition)];
}

/** A run is paid by the last act of its chain: where that is of no kind that pays, nobody can. */
function ofOtherActs({ objective, chains }: WorkflowDefinition): WorkflowMistake[] {
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

/** What is made definitive before it is paid is paid after: else a reopening alone would pay it. */
function unpaid({ objective: { states, transitions } }: WorkflowDefinition): WorkflowMistake[] {
  const first = states[0]?.id;
  const index = transitions.findIndex(({ verb }) => verb === 'liquidate');
  const paysDefinitive = transitions.some(({ verb, from }) => verb === 'liquidate' && from.includes('definitive'));
  if (first === undefined || index === -1 || paysDefinitive) return [];
  if (!reachableFrom(first, transitions, 'liquidated').has('definitive')) return [];
  return [mistake('workflow/definitive-unpaid', ['objective', 'transitions', index, 'from'], {}, [['objective']])];
}
