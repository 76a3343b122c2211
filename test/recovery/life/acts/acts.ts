import { versions } from '../approving.js';
import { shareIds, type Model } from '../model.js';
import { everybody } from '../people.js';
import { onApprovals } from './approval.js';
import type { Act, Deed } from './deed.js';
import { onOutcomes } from './outcome.js';
import { onProposals } from './proposal.js';
import { atMidnight, onShares } from './share.js';
import { onVariations } from './variation.js';

export const acts = {
  ...onShares,
  ...onOutcomes,
  ...onProposals,
  ...onApprovals,
  ...onVariations,
  'the alarm rings': atMidnight,
};

export type ActName = keyof typeof acts;

export function actNamed(name: ActName): Act {
  return acts[name];
}

/** What the model says must come of it; null: it must be refused. */
export function foretold(name: ActName, deed: Deed, model: Model): Model | null {
  const elsewhere = name in onVariations || name.startsWith('variation:');
  if (model.closed && !elsewhere) {
    if (name === 'the alarm rings') return model;
    if (name !== 'reopen') return null;
  }
  return actNamed(name).after(model, deed);
}

/** The same deed by somebody who may, on whichever share or variation; null: nobody may. */
export function mayBeDone(name: ActName, deed: Deed, model: Model): Deed | null {
  const indexes =
    name in onVariations || name.startsWith('variation:') ? after(deed.index, model.variations.keys()) : [];
  const ids = name in onProposals || name.startsWith('objective:') ? [deed.id] : after(deed.id, shareIds);
  const named = name.endsWith(': reassign') ? after(deed.to, everybody) : [deed.to];
  const others = name.endsWith(': migrate') ? after(deed.version, versions) : [deed.version];
  for (const id of indexes.length > 0 ? [deed.id] : ids)
    for (const index of indexes.length > 0 ? indexes : [deed.index])
      for (const version of others)
        for (const to of named)
          for (const by of after(deed.by, everybody)) {
            const done = { ...deed, id, index, version, to, by };
            if (actNamed(name).isPossible?.(model, done) !== false && foretold(name, done, model) !== null) return done;
          }
  return null;
}

/** All of them, beginning with that one. */
function after<T>(first: T, all: Iterable<T>): readonly T[] {
  const every = [...all];
  const at = Math.max(every.indexOf(first), 0);
  return [...every.slice(at), ...every.slice(0, at)];
}
