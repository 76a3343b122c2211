import type { WorkflowDefinition } from '../definition.js';
import type { LifecycleVerb, Transition } from '../lifecycle.js';
import { mistake, type WorkflowMistake } from '../mistake.js';
import { entriesOf, isOf } from '../participants.js';
import { reachableFrom } from '../paths.js';
import type { LimitCode } from './laws.js';
import { ownShare } from './own-control.js';

/** What the law asks of the life of an objective. */
export function limitsOfLifecycle(definition: WorkflowDefinition): WorkflowMistake[] {
  return [
    ...paidBeforeCertified(definition),
    ...leftTheReport(definition),
    ...withoutAct('reopen', 'limit/reopening-without-act', definition),
    ...withoutAct('remove', 'limit/removal-without-act', definition),
    ...removedByOthers(definition),
    ...ownShare(definition),
  ];
}

/** No way leads to the payment but through the report that the evaluation body certified. */
function paidBeforeCertified({ objective: { states, transitions } }: WorkflowDefinition): WorkflowMistake[] {
  const first = states[0]?.id;
  if (first === undefined || first === 'rendicontazione-approved') return [];
  const reached = reachableFrom(first, transitions, 'rendicontazione-approved');
  return transitions.flatMap(({ from, to }, index) =>
    from.flatMap((state, at) => {
      const path = ['objective', 'transitions', index, 'from', at];
      return to === 'liquidated' && reached.has(state) && state !== 'rendicontazione-approved'
        ? [mistake('limit/paid-before-certified', path, { state })]
        : [];
    }),
  );
}

/** What was removed stays in the report as such: nothing happens to it but the closing. */
function leftTheReport({ objective: { transitions } }: WorkflowDefinition): WorkflowMistake[] {
  return transitions.flatMap(({ verb, from, to }, index) => {
    const at = from.indexOf('removed');
    const path = ['objective', 'transitions', index, 'from', at];
    return at === -1 || to === 'closed' ? [] : [mistake('limit/removal-leaves-report', path, { verb, to })];
  });
}

function withoutAct(verb: LifecycleVerb, code: LimitCode, { objective }: WorkflowDefinition): WorkflowMistake[] {
  const at = (index: number) => ['objective', 'transitions', index];
  return of(verb, objective.transitions).flatMap(({ transition, index }) =>
    transition.act === null ? [mistake(code, at(index), { verb }, [at(index)])] : [],
  );
}

/** Who approved the plan takes out of it. */
function removedByOthers(definition: WorkflowDefinition): WorkflowMistake[] {
  return of('remove', definition.objective.transitions).flatMap(({ transition: { who, act }, index }) => {
    const path = ['objective', 'transitions', index, 'who'];
    return act === null || who.some(isOf('political-body', definition))
      ? []
      : [
          mistake('limit/removal-without-act', path, { verb: 'remove' }, [
            ...entriesOf(who, definition),
            ['objective'],
          ]),
        ];
  });
}

function of(verb: LifecycleVerb, transitions: readonly Transition[]) {
  return transitions.flatMap((transition, index) => (transition.verb === verb ? [{ transition, index }] : []));
}
