import type { ApprovalFact } from '../approval/facts.js';
import { keptBeyond } from '../approval/kept-beyond.js';
import type { ObjectiveEventOf } from './messages.js';
import type { JustificationStanding, NamedEffect } from './state.js';

type Weighed = ObjectiveEventOf<'objective.justification-weighed.v1'>['data'];

/** What an event says of the effect. */
export type EffectSaid = Pick<Weighed, 'effect' | 'effectLost'>;

type Standing = Pick<JustificationStanding, 'effect' | 'named' | 'approval'>;

/** The effect that is proposed after a fact, and who has named which on the way. */
export function effectAfter(
  before: Standing,
  { fact, effect, effectLost }: Pick<Weighed, 'fact'> & EffectSaid,
): Pick<Standing, 'effect' | 'named'> {
  const kept = keptAfter(before, fact);
  const now = fact.kind === 'voted' && effect !== null ? [...kept, { step: fact.step, effect }] : kept;
  const isNamed = now.length > 0 || before.named !== undefined;
  return { effect: effectLost === true ? effect : (effect ?? before.effect), ...(isNamed && { named: now }) };
}

/** What a deed that names no effect does to the one that is proposed: nothing, unless whoever named it loses their word by it. */
export function effectWithout(before: Standing, fact: ApprovalFact): EffectSaid {
  const kept = keptAfter(before, fact);
  if (kept.length === (before.named ?? []).length) return { effect: null };
  return { effect: kept.at(-1)?.effect ?? null, effectLost: true };
}

function keptAfter({ named = [], approval }: Standing, fact: ApprovalFact): readonly NamedEffect[] {
  return fact.kind === 'migrated' && approval !== null ? keptBeyond(named, approval, fact.lost) : named;
}
