import type { PlanChange } from '#domain';
import { known } from '../approving.js';
import type { Change, Model } from '../model.js';
import { consequences, isOwn, requested, withVariation } from '../variations.js';
import { chain, issued, shareOf, workflow, type Act, type Deed } from './deed.js';

const objectiveId = '6.1.1';

function inThePlan(change: Change): PlanChange {
  switch (change.kind) {
    case 'day':
      return { kind: 'move-deadline', objectiveId, deadlineId: 'draft', to: change.to };
    case 'words': {
      const target = { comparison: 'at-least', value: '80', unit: '%' } as const;
      return { kind: 'change-indicator', objectiveId, indicatorId: 'boxes', text: change.words, target };
    }
    case 'points': {
      const to = change.from === 'area' ? shareOf.segretario : shareOf.area;
      return { kind: 'move-weight', from: shareOf[change.from], to, points: String(change.points) };
    }
    case 'stralcio':
      return { kind: 'remove-objective', objectiveId, cause: 'force-majeure', note: 'alluvione', weight: 'neutralise' };
  }
}

const asked = ({ by, change, version }: Deed, model: Model) => ({
  reason: 'gara deserta',
  changes: [inThePlan(change)],
  chain: chain('variation', version),
  workflow: workflow('variation', version),
  ...issued(by, model),
});

/** Enough to be under way at once. */
const MOST = 3;

export const onVariations = {
  'ask for a variation': {
    send: (deed, model) => ({
      kind: 'variation',
      index: model.variations.length,
      // its ids are given where it is sent
      command: { type: 'variation.request', variationId: '', planId: '', requestId: 'r-1', ...asked(deed, model) },
    }),
    isPossible: ({ variations, proposal }) => variations.length < MOST && proposal.stage === 'planned',
    after: (model, { change, by, version }) =>
      requested(model, { change, by, version: known('variation', version), index: model.variations.length }),
  },
  'ask for it again': {
    send: (deed, model) => ({
      kind: 'variation',
      index: deed.index,
      command: { type: 'variation.resubmit', ...asked(deed, model) },
    }),
    isPossible: ({ variations }, { index }) => variations[index] !== undefined,
    after: (model, { change, by, version, index }) => {
      const before = model.variations[index];
      if (before?.approving.status !== 'returned' || before.fate !== null || !isOwn(before, by)) return null;
      return requested(model, { change, by, version: known('variation', version), index });
    },
  },
  'withdraw a variation': {
    send: ({ by, index }, model) => {
      const { staff: _, ...who } = issued(by, model);
      return { kind: 'variation', index, command: { type: 'variation.withdraw', reason: 'non serve più', ...who } };
    },
    isPossible: ({ variations }, { index }) => variations[index] !== undefined,
    after: (model, { by, index }) => {
      const before = model.variations[index];
      const undecided = before?.fate === null && ['open', 'returned'].includes(before.approving.status);
      if (before === undefined || !undecided || !isOwn(before, by)) return null;
      return withVariation(model, index, { ...before, fate: 'withdrawn' });
    },
  },
  'what follows follows': {
    send: () => ({ kind: 'reactions' }),
    isPossible: ({ pending }) => pending.length > 0,
    after: (model) => consequences(model),
  },
} as const satisfies Record<string, Act>;
