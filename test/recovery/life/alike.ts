import assert from 'node:assert/strict';
import {
  statusOf as statusIn,
  waitingAt,
  type Approval,
  type ObjectiveState,
  type PlanState,
  type VariationState,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { shareOf } from './acts/deed.js';
import { awaited, stepOf, type Approving } from './approving.js';
import { LAST_DAY, shareIds, statusOf, type Model, type ShareModel } from './model.js';
import { actor, staff, type Person } from './people.js';

const DEADLINE = { open: 'open', answered: 'answered', missed: 'missed', late: 'fulfilled-late' } as const;
const idsOf = (persons: readonly Person[]) => persons.map((person) => actor(person).id).toSorted();

/** What can be known of an approval: the version, whom it waits for and who has taken it upon themselves. */
function waits(approving: Approving | null) {
  if (approving === null || approving.status !== 'open') return approving?.status ?? null;
  const { version, claim } = approving;
  const step = stepOf(approving)?.id;
  return { version, step, who: idsOf(awaited(approving)), claim: claim && actor(claim).id };
}

function waitsIn(approval: Approval | null | undefined) {
  if (approval?.status !== 'open') return approval?.status ?? null;
  const waiting = waitingAt(approval, staff, { patronDay: null });
  const who = waiting?.who.flatMap(({ persons }) => persons) ?? [];
  const claim = approval.opening.claims[0]?.person ?? null;
  return { version: approval.chain.version, step: waiting?.step.id, who: who.toSorted(), claim };
}

/** The objective as the model has it, in the words of the product. */
export function foreseen({ closed, shares, proposal }: Model) {
  if (proposal.stage === 'none') return null;
  const of = (share: ShareModel) => ({
    status: proposal.stage === 'planned' ? statusOf(share) : proposal.stage,
    acknowledged: share.acknowledged,
    holders: share.holders,
    weight: share.weight,
    words: share.words,
    deadline: [DEADLINE[share.deadline], share.instance, share.due],
    report: share.stage === 'reported' || share.stage === 'returned' ? waits(share.report) : null,
    justification: waits(share.justification),
    degree: ['scored', 'definitive', 'paid'].includes(share.stage) ? String(share.degree) : null,
    paid: share.stage === 'paid' ? share.paid : null,
  });
  return {
    closed,
    proposal: proposal.stage === 'proposed' ? waits(proposal.approving) : null,
    shares: shareIds.map((id) => ({ shareId: shareOf[id], ...of(shares[id]) })),
  };
}

export function seen({ closed, shares, objective, proposal }: ObjectiveState) {
  return {
    closed,
    proposal: shares[0]?.stage === 'proposed' ? waitsIn(proposal?.approval) : null,
    shares: shares.map((share) => {
      const report = share.rendicontazione;
      const [deadline] = share.deadlines;
      const words = objective?.indicators.find(({ id }) => id === 'boxes' && share.indicatorIds.includes(id))?.text;
      return {
        shareId: share.shareId,
        status: statusIn(share),
        acknowledged: share.acknowledged,
        holders: share.holders,
        weight: Number(share.weight),
        words: words ?? '',
        deadline: [deadline?.status, deadline?.instance, deadline?.dueOn],
        report: report?.status === 'approved' ? null : waitsIn(report),
        justification: justificationIn(deadline),
        degree: share.score?.degree ?? null,
        paid: share.premium && Math.round(Number(share.premium.amount) * 100),
      };
    }),
  };
}

function justificationIn(deadline: ObjectiveState['shares'][number]['deadlines'][number] | undefined) {
  const { justification } = deadline ?? {};
  if (justification == null) return null;
  return justification.status === 'submitted'
    ? waitsIn(justification.approval)
    : ({ accepted: 'approved', rejected: 'rejected' } as const)[justification.status];
}

export function planForeseen({ plan: { day, words, weights, beside, removed, gone } }: Model) {
  return {
    day,
    words,
    weights: [weights.area, weights.segretario, beside],
    removed: removed.map((id) => shareOf[id]),
    gone,
  };
}

export function planSeen({ document }: PlanState) {
  const objective = document?.objectives[0];
  const draft = objective?.deadlines.find(({ id }) => id === 'draft');
  return {
    day: draft?.kind === 'fixed' ? draft.on : null,
    words: objective?.indicators.find(({ id }) => id === 'boxes')?.text,
    weights: document?.objectives.flatMap(({ shares }) => shares.map(({ weight }) => Number(weight))),
    removed: document?.removedShares ?? [],
    gone: document?.removed?.length === 1,
  };
}

export function variationForeseen({ approving, fate }: Model['variations'][number]) {
  return [fate ?? approving.status, fate === null ? waits(approving) : null];
}

export function variationSeen({ status, approval }: VariationState) {
  const isOver = ['withdrawn', 'applied', 'not-applied'].includes(status);
  return [status, isOver ? null : waitsIn(approval)];
}

/** What must hold of every history, whatever the model says. */
export function holds(state: ObjectiveState | undefined, log: readonly RecordedEvent[]): void {
  // a deadline is missed once, and never counts as met from then on, but where an act of then lifts the miss, until it is given back
  for (const shareId of Object.values(shareOf)) {
    const of = (type: string) => log.filter((event) => event.type === type && event.data['shareId'] === shareId);
    const [missed, lifted] = [of('objective.deadline-missed.v1'), of('objective.miss-lifted.v1')];
    for (const { data } of lifted)
      assert.ok((data['act'] as { readonly date: string }).date <= (data['dueOn'] as string));
    assert.ok(missed.length <= lifted.length + 1);
    const standing = state?.shares.find((share) => share.shareId === shareId)?.deadlines[0]?.status ?? '';
    const restored = of('objective.miss-restored.v1');
    if (missed.length > lifted.length - restored.length) assert.match(standing, /^(missed|fulfilled-late)$/);
  }
  for (const { metadata } of log) {
    const { id: person } = metadata['actor'] as { readonly id: string };
    assert.match(person, /^(u-[a-z]+|system)$/, 'the log names nobody');
  }
  // closing comments survive whatever follows
  const closed = log.filter(({ type }) => type === 'objective.closed.v1');
  assert.equal(state?.closings.length ?? 0, closed.length);
  assert.ok(
    Object.values(shareOf).every((shareId) => isPaidWithin(shareId, log)),
    'nobody has more than is due',
  );
  assert.ok(nobodyOnBothSides(log), 'nobody is on both sides of a control');
}

/** One run pays a share, once; whatever is paid later is no more than the degree of then makes of that. */
function isPaidWithin(shareId: string, log: readonly RecordedEvent[]): boolean {
  let degree = 0;
  let first: { readonly cents: number; readonly degree: number; readonly ceiling: number } | null = null;
  return log.every(({ type, data }) => {
    if (data['shareId'] !== shareId) return true;
    if (type === 'objective.scored.v1') degree = Number(data['degree']);
    if (type === 'objective.premium-liquidated.v1') {
      const isTwice = first !== null;
      const { fullAmount: full, ceiling: most = Infinity } = data;
      const ceiling = Number(most) * 100;
      first =
        full === undefined
          ? { cents: Number(data['amount']) * 100, degree, ceiling }
          : { cents: Number(full) * 100, degree: 100, ceiling };
      if (Number(data['amount']) * 100 > ceiling + 0.5001) return false;
      return !isTwice;
    }
    if (type !== 'objective.premium-adjusted.v1') return true;
    // half a cent is rounded up
    const due = first === null ? 0 : Math.min(first.ceiling, (first.cents * degree) / first.degree);
    return first !== null && Number(data['after']) * 100 <= due + 0.5001;
  });
}

/** Whoever answers for a share, or did for a day of its year, neither judges nor scores it; nor does who wrote what is judged. */
function nobodyOnBothSides(log: readonly RecordedEvent[]): boolean {
  const areas = new Map<unknown, unknown>([
    [shareOf.area, 'affari-generali'],
    [shareOf.segretario, 'segretario'],
  ]);
  const holders = new Map(areas);
  const had: { readonly shareId: unknown; readonly office: unknown; readonly from: string }[] = [];
  const wrote = new Set<string>();
  return log.every(({ type, data, metadata }) => {
    const { id, office } = metadata['actor'] as { readonly id: string; readonly office: string };
    const { shareId } = data;
    if (type === 'objective.assigned.v1') {
      const from = data['from'] as string;
      const before = had.findIndex((one) => one.shareId === shareId && one.from === from);
      if (before >= 0) had.splice(before, 1); // handed on the same day
      holders.set(shareId, data['office']);
      if (from <= LAST_DAY) had.push({ shareId, office: data['office'], from });
    }
    if (type === 'objective.assignment-corrected.v1') {
      const from = data['from'] as string;
      const own = had.filter((one) => one.shareId === shareId);
      const last = own.at(-1);
      // who had it since then has no day of it left
      for (const one of own) if (one !== last && one.from >= from) had.splice(had.indexOf(one), 1);
      if (last !== undefined) had.splice(had.indexOf(last), 1, { ...last, from });
    }
    if (/rendicontazione-submitted/.test(type)) wrote.add(JSON.stringify(['report', shareId, id]));
    if (/justification-submitted|fulfilled-late/.test(type)) wrote.add(JSON.stringify(['reason', shareId, id]));
    const judged = judgedBy(type, data);
    if (judged === null) return true;
    const isParty =
      office === holders.get(shareId) ||
      office === areas.get(shareId) ||
      had.some((one) => one.shareId === shareId && one.office === office);
    return !isParty && !wrote.has(JSON.stringify([judged, shareId, id]));
  });
}

function judgedBy(type: string, data: RecordedEvent['data']): 'report' | 'reason' | null {
  if (/rendicontazione-(approved|returned)|scored/.test(type)) return 'report';
  if (type !== 'objective.justification-weighed.v1') return null;
  // a claim that is given up is no judgement
  return (data['fact'] as { readonly kind: string }).kind === 'released' ? null : 'reason';
}
