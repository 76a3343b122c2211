import { conductorEvaluates, neverHeard, ownEvaluation } from './advice-evaluations.js';
import { callsNobody } from './advice-timeouts.js';
import { hardlyVaried, ownVariation } from './advice-variations.js';
import { beginningsOf } from './check-lives.js';
import type { Participant } from './chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from './definition.js';
import type { LifecycleState, LifecycleVerb, Transition } from './lifecycle.js';
import { livesUnder, type Place } from './lives.js';
import type { Advice } from './mistake.js';
import { AREA } from './people/chain-staff.js';
import { leftByTwoOffices } from './people/two-offices.js';

/** Of a definition without mistakes. */
export function adviceOn(definition: WorkflowDefinition): readonly Advice[] {
  return [
    ...nobodyInstead(definition),
    ...segretarioAlone(definition),
    ...neverTaken(definition),
    ...onePersonTwice(definition),
    ...ownVariation(definition),
    ...hardlyVaried(definition),
    ...callsNobody(definition),
    ...ownEvaluation(definition),
    ...conductorEvaluates(definition),
    ...neverHeard(definition),
  ];
}

/** A small town has one person in two offices, and they take one step alone. */
function onePersonTwice(definition: WorkflowDefinition): Advice[] {
  const called = (office: string) => (office === AREA ? 'head-of-area' : office);
  return leftByTwoOffices(definition).map(({ subject, index, step, pairs }) => ({
    code: 'workflow/one-person-twice',
    path: ['chains', subject, 'steps', index, 'who'],
    facts: { step, pairs: pairs.map((both) => both.map(called).join(' + ')).join('; ') },
  }));
}

/** What the file foresees, and no life of a share comes to. */
function neverTaken(definition: WorkflowDefinition): Advice[] {
  const { transitions } = definition.objective;
  const taken = new Set(livesUnder(transitions, beginningsOf(definition), asChainsDecide(definition)).flatMap(takenAt));
  return transitions.flatMap((transition, index) => {
    if (taken.has(transition)) return [];
    const { verb, from } = transition;
    const path = ['objective', 'transitions', index];
    return [{ code: 'workflow/never-taken', path, facts: { verb, from: from.join(', ') } }];
  });
}

function takenAt({ ways }: Place): readonly Transition[] {
  return [...ways.keys()];
}

/** What a chain decides happens where it does, and only what its steps may answer. */
function asChainsDecide({ chains }: WorkflowDefinition): (transition: Transition, from: LifecycleState) => boolean {
  const answers = (subject: ApprovalSubject) => chains[subject]?.steps.flatMap(({ outcomes }) => outcomes);
  const proposal = answers('objective');
  const report = answers('rendicontazione');
  return ({ verb }, from) => {
    if (verb === 'validate') return proposal === undefined || from === 'proposed';
    if (verb === 'return-proposal')
      return proposal === undefined || (from === 'proposed' && proposal.some((one) => one !== 'approve'));
    return verb !== 'return-rendicontazione' || report === undefined || report.includes('return');
  };
}

/** An office that pays alone may be paid, and then nobody pays. */
function nobodyInstead({ objective }: WorkflowDefinition): Advice[] {
  return objective.transitions.flatMap(({ verb, who, substitute }, index) => {
    const [only, another] = who;
    if (verb !== 'liquidate' || only === undefined || another !== undefined || substitute != null) return [];
    return [{ code: 'workflow/nobody-pays-instead', path: ['objective', 'transitions', index], facts: { verb } }];
  });
}

/** Of these the Segretario is kept where the share is their own. */
const OWN: readonly LifecycleVerb[] = ['assign', 'suspend', 'remove', 'make-definitive', 'reopen'];

/** What is the Segretario's alone nobody does to a share of theirs, unless an office stands in for them. */
function segretarioAlone({ offices, objective }: WorkflowDefinition): Advice[] {
  if (offices.some((office) => office.function === 'segretario-substitute')) return [];
  const isTheirs = (one: Participant) =>
    'office' in one
      ? offices.some(({ id, function: its }) => id === one.office && its === 'segretario')
      : 'role' in one && one.role === 'segretario';
  return objective.transitions.flatMap(({ verb, who }, index) => {
    if (!OWN.includes(verb) || who.length === 0 || !who.every(isTheirs)) return [];
    return [{ code: 'workflow/nobody-for-segretario', path: ['objective', 'transitions', index], facts: { verb } }];
  });
}
