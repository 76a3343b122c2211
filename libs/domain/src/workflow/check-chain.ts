import { checkPeople } from './check-people.js';
import { checkStep } from './check-step.js';
import type { ChainDefinition, Outcome } from './chain-definition.js';
import { endsInWords, type ApprovalSubject, type WorkflowDefinition } from './definition.js';
import type { LifecycleState, LifecycleVerb } from './lifecycle.js';
import { silenceForbidden } from './limits/steps.js';
import { mistake, repeated, type DefinitionPath, type WorkflowMistake } from './mistake.js';
import { proposingIn } from './people/proposing.js';

/** What a subject cannot be answered with, whoever is asked. */
const NOT_FOR: Readonly<Record<ApprovalSubject, readonly Outcome[]>> = {
  plan: ['correct-degree'],
  objective: ['correct-degree'],
  variation: ['correct-degree'],
  // a report that is not good goes back: it cannot vanish
  rendicontazione: ['reject'],
  justification: ['correct-degree'],
  evaluation: ['reject'],
  'premium-run': ['correct-degree'],
};

/** Every step can be answered and passed, and what sends back leads somewhere. */
export function checkChain(
  subject: ApprovalSubject,
  { steps, documents = [] }: ChainDefinition,
  definition: WorkflowDefinition,
): WorkflowMistake[] {
  const path: DefinitionPath = ['chains', subject, 'steps'];
  const ofSteps = steps.flatMap((step, index) => checkStep(step, [...path, index], definition.offices));
  const notOffered = steps.flatMap((step, index) =>
    step.outcomes.flatMap((outcome, at) =>
      NOT_FOR[subject].includes(outcome)
        ? [mistake('workflow/outcome-not-for-subject', [...path, index, 'outcomes', at], { outcome, subject })]
        : [],
    ),
  );
  return [
    ...sameIds(steps, path),
    ...sameIds(documents, ['chains', subject, 'documents']),
    ...ofSteps,
    ...notEarlier({ steps }, path),
    ...checkPeople(subject, { steps }, proposingIn(definition), path),
    ...notOffered,
    ...silentAtLast(subject, { steps }, definition),
    ...sentBack(subject, { steps }, definition),
  ];
}

function sameIds(named: readonly { readonly id: string }[], path: DefinitionPath): WorkflowMistake[] {
  return repeated(named.map(({ id }) => id)).map(({ value, index }) =>
    mistake('workflow/same-id', [...path, index, 'id'], { id: value }),
  );
}

/** A step is independent of those that come before it: nobody has taken the others yet. */
function notEarlier({ steps }: Pick<ChainDefinition, 'steps'>, path: DefinitionPath): WorkflowMistake[] {
  return steps.flatMap(({ id, independentOf = 'nobody' }, index) => {
    if (typeof independentOf === 'string') return [];
    const before = steps.slice(0, index).map((step) => step.id);
    return independentOf.flatMap((other, at) => {
      const facts = { step: id, other, known: before.join(', ') };
      const place = [...path, index, 'independentOf', at];
      return before.includes(other) ? [] : [mistake('workflow/not-an-earlier-step', place, facts, [path])];
    });
  });
}

/** Where the last word has to say something, silence is none: the engine waits for it. */
function silentAtLast(
  subject: ApprovalSubject,
  { steps }: Pick<ChainDefinition, 'steps'>,
  definition: WorkflowDefinition,
): WorkflowMistake[] {
  const step = steps.at(-1);
  const index = step?.onTimeout.findIndex((action) => action.do === 'approve-silently') ?? -1;
  if (step === undefined || index === -1 || !endsInWords.includes(subject)) return [];
  // what the law forbids is told as that
  if (silenceForbidden({ subject, step }, definition) !== null) return [];
  const path = ['chains', subject, 'steps', steps.length - 1, 'onTimeout', index];
  return [mistake('workflow/silence-never-comes', path, { step: step.id, subject })];
}

/** What sends back what, and from where. */
const SENT_BACK: Readonly<Partial<Record<ApprovalSubject, readonly [LifecycleVerb, LifecycleState]>>> = {
  objective: ['return-proposal', 'proposed'],
  rendicontazione: ['return-rendicontazione', 'rendicontazione-submitted'],
};

/** A report or a proposal that is sent back needs a state to be in; a rejected proposal is a draft again too. */
function sentBack(
  subject: ApprovalSubject,
  { steps }: Pick<ChainDefinition, 'steps'>,
  { objective: { transitions } }: WorkflowDefinition,
): WorkflowMistake[] {
  const [verb, state] = SENT_BACK[subject] ?? [];
  if (verb === undefined || state === undefined) return [];
  if (transitions.some((one) => one.verb === verb && one.from.includes(state))) return [];
  // what nobody proposes no chain sends back
  if (subject === 'objective' && !transitions.some((one) => one.verb === 'propose')) return [];
  return steps.flatMap(({ id, outcomes }, index) => {
    const at = outcomes.findIndex((one) => one === 'return' || (subject === 'objective' && one === 'reject'));
    const outcome = outcomes[at];
    if (outcome === undefined) return [];
    const path = ['chains', subject, 'steps', index, 'outcomes', at];
    return [mistake('workflow/return-leads-nowhere', path, { step: id, verb, state, outcome }, [['objective']])];
  });
}
