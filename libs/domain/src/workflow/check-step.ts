import type { StepDefinition } from './chain-definition.js';
import type { OfficeDefinition } from './definition.js';
import { mistake, repeated, type DefinitionPath, type WorkflowMistake } from './mistake.js';
import { entriesOf, nameOf, sameParticipant } from './participants.js';

/** One step: it can be passed, by those it names, and its ladder of time-outs rises. */
export function checkStep(
  step: StepDefinition,
  path: DefinitionPath,
  offices: readonly OfficeDefinition[],
): WorkflowMistake[] {
  const found: WorkflowMistake[] = [];
  const facts = { step: step.id };
  if (!step.outcomes.includes('approve'))
    found.push(mistake('workflow/cannot-approve', [...path, 'outcomes'], facts, [path]));
  if (step.order === 'in-order' && step.agreement.kind === 'one' && step.who.length > 1) {
    found.push(mistake('workflow/only-the-first-acts', [...path, 'order'], facts));
  }
  for (const { value, index } of repeated(step.who.map(nameOf))) {
    found.push(mistake('workflow/same-id', [...path, 'who', index], { id: value }));
  }
  for (const { value, index } of repeated(step.outcomes)) {
    found.push(mistake('workflow/same-id', [...path, 'outcomes', index], { id: value }));
  }
  const { substitute } = step;
  if (substitute !== null && step.who.some((participant) => sameParticipant(participant, substitute))) {
    found.push(mistake('workflow/same-substitute', [...path, 'substitute'], { ...facts, who: nameOf(substitute) }));
  }
  return [...found, ...checkAgreement(step, path, offices), ...checkTimeouts(step, path), ...calledAgain(step, path)];
}

function checkAgreement(
  { id, agreement, who }: StepDefinition,
  path: DefinitionPath,
  offices: readonly OfficeDefinition[],
): WorkflowMistake[] {
  const at = [...path, 'agreement'];
  if (agreement.kind === 'quorum') {
    // who is behind a role or a relation is known only on the day
    const named = who.flatMap((participant) => ('office' in participant ? [participant.office] : []));
    if (named.length < who.length) return [];
    const seats = named.map((office) => offices.find((candidate) => candidate.id === office)?.members);
    const unknown = named.filter((_, index) => seats[index] === undefined);
    if (agreement.count > named.length && unknown.length > 0) {
      const facts = { step: id, count: agreement.count, office: unknown.join(', ') };
      return [mistake('workflow/members-unknown', at, facts, entriesOf(who, { offices }))];
    }
    const most = seats.reduce<number>((sum, members) => sum + (members ?? 1), 0);
    const facts = { step: id, count: agreement.count, most };
    return agreement.count > most ? [mistake('workflow/quorum-too-high', [...at, 'count'], facts)] : [];
  }
  if (agreement.kind !== 'weighted') return [];
  const weights = Object.entries(agreement.weights);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  const named = who.map((participant) => ('office' in participant ? participant.office : null));
  const { threshold } = agreement;
  return [
    ...(sum < threshold
      ? [mistake('workflow/weights-too-low', [...at, 'threshold'], { step: id, threshold, sum }, [[...at, 'weights']])]
      : []),
    ...who.flatMap((participant, index) =>
      'office' in participant && Object.hasOwn(agreement.weights, participant.office)
        ? []
        : [
            mistake('workflow/without-weight', [...path, 'who', index], { step: id, who: nameOf(participant) }, [
              [...at, 'weights'],
            ]),
          ],
    ),
    ...weights.flatMap(([office]) =>
      named.includes(office)
        ? []
        : [mistake('workflow/weight-of-nobody', [...at, 'weights', office], { step: id, office })],
    ),
  ];
}

function checkTimeouts({ id, term, onTimeout }: StepDefinition, path: DefinitionPath): WorkflowMistake[] {
  const at = [...path, 'onTimeout'];
  const without =
    term === null && onTimeout.length > 0
      ? [mistake('workflow/timeout-without-term', at, { step: id }, [[...path, 'term']])]
      : [];
  const ladder = onTimeout.flatMap(({ after }, index) => {
    const before = onTimeout[index - 1];
    if (before === undefined) return [];
    if (before.do === 'approve-silently') return [mistake('workflow/after-the-end', [...at, index], { step: id })];
    const facts = { step: id, after, before: before.after };
    return after > before.after ? [] : [mistake('workflow/timeouts-not-rising', [...at, index, 'after'], facts)];
  });
  return [...without, ...ladder];
}

/** Whoever is asked already is no other whom a time-out could call: the first of a quorum would decide for all. */
function calledAgain({ id, who, onTimeout }: StepDefinition, path: DefinitionPath): WorkflowMistake[] {
  return onTimeout.flatMap((action, index) => {
    const [key, called] =
      action.do === 'escalate' ? ['to', action.to] : action.do === 'substitute' ? ['by', action.by] : ['', null];
    if (called === null || !who.some((participant) => sameParticipant(participant, called))) return [];
    const facts = { step: id, who: nameOf(called), action: action.do };
    return [mistake('workflow/already-asked', [...path, 'onTimeout', index, key], facts)];
  });
}
