import type { LocalDate } from '#domain';
import { joined, opened, type Approving, type Version } from './approving.js';
import {
  answering,
  AREA,
  BEARING,
  awake,
  credited,
  dueAfter,
  isFrozen,
  LAST_DAY_FOR_VARIATIONS,
  owes,
  shareIds,
  with_,
  type Change,
  type Model,
  type PlanModel,
  type ShareId,
  type ShareModel,
  type VariationModel,
} from './model.js';
import { officeOf, type Office, type Person } from './people.js';

// Changes of a plan in force, told again from the reference and docs/variations.md: asked for, weighed, decided, and
// carried into the plan and its objectives by what follows.

const other = (id: ShareId): ShareId => (id === 'area' ? 'segretario' : 'area');

/** The shares that a change tells something else; null where the plan cannot be changed so. */
export function touchedBy(change: Change, { gone, day, weights, removed }: PlanModel): readonly ShareId[] | null {
  if (gone || shareIds.every((id) => removed.includes(id))) return null;
  switch (change.kind) {
    case 'day':
      return change.to === day ? null : shareIds;
    case 'words':
      return removed.includes('area') ? null : ['area'];
    case 'points':
      return removed.length > 0 || weights[change.from] <= change.points ? null : shareIds;
    case 'stralcio':
      return shareIds;
  }
}

/** What was reported is no plan any more until it comes back. */
function isSettled({ stage }: ShareModel): boolean {
  return !['planned', 'held', 'returned'].includes(stage);
}

/** Whether it has passed for somebody whom it binds, or was missed. */
function isOver(share: ShareModel, today: LocalDate): boolean {
  if (share.deadline !== 'open') return share.deadline !== 'answered';
  return today > share.due && !share.removed && !isFrozen(share);
}

/** A deadline is moved while it can still be met, by the day of the act: not once it was answered, or had passed by then. */
function isMovable(share: ShareModel, today: LocalDate, on: LocalDate): boolean {
  return share.deadline !== 'answered' && (!isOver(share, today) || on <= share.due);
}

function isRemovable({ stage, removed }: ShareModel): boolean {
  return removed || stage === 'planned' || stage === 'held';
}

/** Whether the plan takes it now, as far as its objectives are concerned. @param on  the day of the act, or of the request */
function fits(change: Change, touched: readonly ShareId[], { shares, closed, today }: Model, on: LocalDate): boolean {
  if (closed || touched.some((id) => isSettled(shares[id]))) return false;
  if (change.kind === 'stralcio') return shareIds.every((id) => isRemovable(shares[id]));
  if (change.kind !== 'day') return true;
  // all is as it would have been, had the act been recorded at once
  return change.to >= on && shareIds.every((id) => isMovable(shares[id], today, on));
}

function isUndecided({ fate, approving }: VariationModel): boolean {
  return fate === null && approving.status !== 'rejected';
}

/** Also in time, and alone. */
function mayBe(change: Change, model: Model, index: number, on = model.today): readonly ShareId[] | null {
  const touched = touchedBy(change, model.plan);
  if (touched === null || on > LAST_DAY_FOR_VARIATIONS || !fits(change, touched, model, on)) return null;
  const others = model.variations.filter((one, at) => at !== index && isUndecided(one));
  return others.some((one) => one.touched.some((id) => touched.includes(id))) ? null : touched;
}

/** @param index  of one that was returned and is asked for again; the next one where it is new */
export function requested(
  model: Model,
  { change, by, version, index }: { change: Change; by: Person; version: Version; index: number },
): Model | null {
  if (model.proposal.stage !== 'planned') return null;
  const touched = mayBe(change, model, index);
  if (touched === null) return null;
  const areas = [...new Set(touched.map((id) => AREA[id]))];
  const offices = [...new Set(touched.flatMap((id) => answering(id, model.shares[id])))];
  const before = model.variations[index];
  if (!offices.includes(officeOf(by))) return null;
  const authors = [...new Set([...(before?.approving.authors ?? []), by])];
  const paid = [...new Set(touched.flatMap((id) => credited(id, model.shares[id])))];
  const parties = [...new Set<Office>([...areas, ...offices])];
  const approving = opened('variation', version, authors, parties, model.today, paid);
  if (approving === null) return null;
  const asked = before === undefined ? approving : { ...approving, isNotFirst: true as const };
  return withVariation(model, index, { change, touched, office: officeOf(by), approving: asked, fate: null });
}

export function withVariation(model: Model, index: number, variation: VariationModel): Model {
  const variations = [...model.variations];
  variations[index] = variation;
  return { ...model, variations };
}

/** As it is told at a step: whoever has a share that it touches by then, or days of it, is a party, be it noted already or not. */
export function approvingNow({ touched, approving }: VariationModel, { shares }: Model): Approving {
  return joined(
    approving,
    touched.flatMap((id) => answering(id, shares[id])),
    touched.flatMap((id) => credited(id, shares[id])),
  );
}

export function isOwn({ office, approving: { authors } }: VariationModel, by: Person): boolean {
  return office === officeOf(by) || authors.includes(by);
}

/** On its new day; of what was missed since the act nothing is left, and what was done late counts by that day. */
function movedTo(to: LocalDate, share: ShareModel, today: LocalDate, on: LocalDate): Partial<ShareModel> {
  const isMissed = share.deadline !== 'open' || (owes(share) && isOver(share, today));
  // as if the act had been recorded at once: a rest since has moved the new day on
  const fixed = { instance: to, fixedOn: on };
  const due = dueAfter(share.rests, fixed);
  if (!isMissed) return { ...fixed, due };
  const deadline = share.doneOn === null ? 'open' : share.doneOn <= due ? 'answered' : 'late';
  return { ...fixed, due, deadline, lifted: null, justification: null };
}

/** By an act that was recorded late what fell due since was never missed; what was over before is, whoever notices it. */
export function removedOn(on: LocalDate, share: ShareModel, today: LocalDate): Partial<ShareModel> {
  const gone = { removed: true, rest: null };
  const { due, deadline, instance } = share;
  if (today <= due || deadline === 'answered' || (deadline === 'open' && isFrozen(share))) return gone;
  if (on > due) return { ...gone, ...(deadline === 'open' && owes(share) && { deadline: 'missed' as const }) };
  const lifted = deadline === 'open' ? {} : { lifted: { instance, due } };
  return { ...gone, ...lifted, deadline: deadline === 'late' ? 'answered' : 'open', justification: null };
}

/** Whether an act of a later day has said it otherwise, and was recorded before. */
function isSuperseded({ kind }: Change, { since }: PlanModel, on: LocalDate): boolean {
  return (kind === 'day' || kind === 'words') && (since[kind] ?? on) > on;
}

function withSince(plan: PlanModel, kind: 'day' | 'words', on: LocalDate): PlanModel['since'] {
  const known = plan.since[kind];
  return { ...plan.since, [kind]: known !== null && known > on ? known : on };
}

/** A step was taken; before the last word the plan is asked once more. */
export function decided(model: Model, index: number, approving: Approving, on: string): Model | null {
  const variation = model.variations[index];
  if (variation === undefined) return null;
  const after = withVariation(model, index, { ...variation, approving });
  if (approving.status !== 'approved') return after;
  if (mayBe(variation.change, model, index, on) === null || isSuperseded(variation.change, model.plan, on)) return null;
  return { ...after, pending: [...model.pending, { approved: index, on }] };
}

/**
 * What was decided goes into the plan, and from there to the objective; what was removed goes into the plan; and whoever was given
 * a share is a party of the variations of it that are on their way.
 */
export function consequences(model: Model): Model {
  return model.pending.reduce<Model>(
    (before, one) => {
      if ('removed' in one) return withRemovalNoted(before, one.removed, one.isBorne);
      return 'given' in one ? withNoted(before, one.given, one.to) : carriedOver(before, one.approved, one.on);
    },
    { ...model, pending: [] },
  );
}

function withNoted(model: Model, id: ShareId, to: Office): Model {
  if (to === AREA[id]) return model; // a party from the first
  const paid = credited(id, model.shares[id]);
  const noted = (one: VariationModel) =>
    one.fate === null && one.touched.includes(id) ? { ...one, approving: joined(one.approving, [to], paid) } : one;
  return { ...model, variations: model.variations.map(noted) };
}

function withRemovalNoted(model: Model, id: ShareId, isBorne: boolean): Model {
  const { plan } = model;
  if (plan.gone || plan.removed.includes(id)) return model;
  // where nobody is left to bear it, it weighs nothing
  const beside = isBorne && BEARING[id].length > 0 ? plan.beside + plan.weights[id] : plan.beside;
  return { ...model, plan: { ...plan, beside, removed: [...plan.removed, id] } };
}

function carriedOver(model: Model, index: number, on: LocalDate): Model {
  const variation = model.variations[index];
  if (variation === undefined) return model;
  const { change } = variation;
  const now = awake(model);
  const touched = touchedBy(change, now.plan);
  if (touched === null || !fits(change, touched, now, on) || isSuperseded(change, now.plan, on)) {
    return withVariation(model, index, { ...variation, fate: 'not-applied' });
  }
  const isHeard = change.kind !== 'stralcio' || shareIds.some((id) => !now.shares[id].removed);
  return withVariation(applied(isHeard ? now : model, change, touched, on), index, { ...variation, fate: 'applied' });
}

function applied(model: Model, change: Change, touched: readonly ShareId[], on: LocalDate): Model {
  const { plan } = model;
  // nothing binds what was removed, nor is it asked to take note
  const bound = touched.filter((id) => !model.shares[id].removed);
  const told = bound.reduce((before, id) => with_(before, id, { acknowledged: false }), model);
  switch (change.kind) {
    case 'day': {
      const { to } = change;
      const moved = bound.reduce(
        (before, id) => with_(before, id, movedTo(to, before.shares[id], model.today, on)),
        told,
      );
      return { ...moved, plan: { ...plan, day: to, since: withSince(plan, 'day', on) } };
    }
    case 'words': {
      const { words } = change;
      return { ...with_(told, 'area', { words }), plan: { ...plan, words, since: withSince(plan, 'words', on) } };
    }
    case 'points': {
      const { from, points } = change;
      const weights = { ...plan.weights };
      weights[from] -= points;
      weights[other(from)] += points;
      const weighed = shareIds.reduce((before, id) => with_(before, id, { weight: weights[id] }), told);
      return { ...weighed, plan: { ...plan, weights } };
    }
    case 'stralcio': {
      const left = shareIds.filter((id) => !model.shares[id].removed);
      const gone = left.reduce((before, id) => with_(before, id, removedOn(on, before.shares[id], model.today)), model);
      return { ...gone, plan: { ...plan, gone: true } };
    }
  }
}
