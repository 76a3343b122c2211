import type { ObjectiveCommand } from '../objective/messages.js';
import type { ObjectiveState } from '../objective/state.js';
import type { PlannedObjective } from '../plan/document.js';
import { given, type Outcome, eventsOf } from './given.js';
import { after, upTo } from './commands.js';
import { people, step, who } from './approval.js';
import { DECIDED, document, head, MORNING, REGISTRY, SECRETARY, archive, withTargets } from './example.js';
import type { Actor } from '../values.js';
import type { PlanChange, PlanChangeOf } from '../variation/changes.js';
import type { VariationCommand, VariationEvent } from '../variation/messages.js';
import type { Surroundings } from '../variation/standing.js';
import { variation } from '../variation/variation.js';

export const chain = {
  id: 'variation',
  version: 1,
  steps: [
    step('parere-segretario', { substitute: { office: 'vicesegretario' } }),
    step('parere-nucleo', { who: [{ office: 'nucleo' }] }),
    step('delibera', { who: [{ office: 'giunta' }], act: { kinds: ['DGC'] } }),
  ],
};
export const workflow = { id: 'comune', version: 1 };
export const AUGUST = '2022-08-05T08:00:00.000Z';

export const moveDraft: PlanChange = {
  kind: 'move-deadline',
  objectiveId: '6.1.1',
  deadlineId: 'draft',
  to: '2022-10-31',
};
export const moveWeight: PlanChange = { kind: 'move-weight', from: REGISTRY, to: SECRETARY, points: '2.5' };
export const reword: PlanChange = {
  kind: 'change-indicator',
  objectiveId: '6.1.1',
  indicatorId: 'boxes',
  text: 'Faldoni riordinati e schedati',
  target: { comparison: 'at-least', value: '60', unit: '%' },
};
export const addShare: PlanChangeOf<'add-share'> = {
  kind: 'add-share',
  objectiveId: '6.1.1',
  share: { areaId: 'affari-generali', unit: 'Messi', weight: '5', funding: null },
  indicatorIds: ['rules'],
  deadlineIds: ['draft'],
};
export const museum: PlannedObjective = {
  ...archive,
  id: '6.1.2',
  number: '2',
  title: 'Museo',
  shares: [{ ...archive.shares[0]!, id: '6.1.2-affari-generali', weight: '7.5' }],
  indicators: [
    {
      ...withTargets.indicators[0]!,
      id: 'visitors',
      shareIds: ['6.1.2-affari-generali'],
      text: 'Visitatori, almeno 80%',
    },
  ],
  deadlines: [{ id: 'open', shareIds: ['6.1.2-affari-generali'], text: '', kind: 'fixed', on: '2022-10-31' }],
};
const NUMBER = '6.1.2';
const renumbered = (id: string) => id.replace('6.1.1', NUMBER);
const ofItsShares = <One extends { readonly shareIds: readonly string[] }>(all: readonly One[]): One[] =>
  all.map((one) => ({ ...one, shareIds: one.shareIds.map(renumbered) }));
/** Complete, as a proposal is. */
export const proposedMuseum: PlannedObjective = {
  ...withTargets,
  id: NUMBER,
  number: '2',
  shares: withTargets.shares.map((share) => ({ ...share, id: renumbered(share.id) })),
  indicators: ofItsShares(withTargets.indicators),
  deadlines: ofItsShares(withTargets.deadlines),
};
export const addObjective: PlanChange = { kind: 'add-objective', objective: museum };
export const remove: PlanChangeOf<'remove-objective'> = {
  kind: 'remove-objective',
  objectiveId: '6.1.1',
  cause: 'force-majeure',
  note: 'alluvione',
  weight: 'neutralise',
};

export const stateAfter = (...commands: readonly ObjectiveCommand[]): ObjectiveState => after(...commands).state;
export const surroundings = (fields: Partial<Surroundings> = {}): Surroundings => ({
  document,
  planStatus: 'in-force',
  objectives: { '6.1.1': stateAfter(...upTo.acknowledged) },
  underWay: {},
  cutOff: '2022-12-15',
  ...fields,
});

export interface Asking {
  readonly changes?: readonly PlanChange[];
  readonly reason?: string;
  readonly around?: Partial<Surroundings>;
  readonly by?: Actor;
  readonly at?: string;
}
export const request = ({
  changes = [moveDraft],
  reason = 'gara deserta',
  around = {},
  by = head,
  at = MORNING,
}: Asking = {}) =>
  ({
    type: 'variation.request',
    variationId: '2022-1',
    planId: '2022',
    requestId: 'r-1',
    reason,
    changes,
    surroundings: surroundings(around),
    chain,
    workflow,
    staff: people,
    by,
    at,
  }) as const satisfies VariationCommand;
export const resubmit = (asking: Asking = {}): VariationCommand => ({ ...request(asking), type: 'variation.resubmit' });
export const take = (
  stepId: string,
  by: Actor,
  fields: Partial<Extract<VariationCommand, { type: 'variation.take-step' }>> = {},
): VariationCommand => ({
  type: 'variation.take-step',
  step: stepId,
  outcome: 'approve',
  note: '',
  act: null,
  points: [],
  returnBy: null,
  degree: null,
  reason: '',
  surroundings: surroundings(),
  staff: people,
  by,
  at: MORNING,
  ...fields,
});
export const decide = (fields: Partial<Extract<VariationCommand, { type: 'variation.take-step' }>> = {}) =>
  take('delibera', who.giunta, { act: DECIDED, ...fields });
export const heard = [request(), take('parere-segretario', who.vice), take('parere-nucleo', who.nucleo)];
export const withdraw = (by: Actor = head): VariationCommand => ({
  type: 'variation.withdraw',
  reason: 'non serve più',
  by,
  at: MORNING,
});
export const system = { id: 'system', office: 'system' };
export const told = (...commands: readonly VariationCommand[]) => given(variation)(...eventsOf(variation, ...commands));
export const types = (outcome: Outcome<VariationEvent>) =>
  'events' in outcome ? outcome.events.map(({ type }) => type) : outcome;
/** What comes of asking for it first. */
export const asks = (asking: Asking) => told().when(request(asking));
export const changed = (of: PlanChange, fields: object): PlanChange => ({ ...of, ...fields }) as PlanChange;
/** The objective of the example once these commands were carried out, as a variation finds it. */
export const within = (...commands: readonly ObjectiveCommand[]) => ({
  objectives: { '6.1.1': stateAfter(...commands) },
});
