import {
  addDays,
  isNamed,
  isPaidForShare,
  mayScore,
  romeDayOf,
  waitingOn,
  type Instant,
  type LifecycleVerb,
  type LocalDate,
  type ObjectiveState,
  type Waiting,
} from '#domain';
import type { DueRow } from '#postgres';
import type { AwaitedApproval } from '../approvals/query.js';
import { awaitingOf, type Awaiting } from '../objectives/summary.js';
import type { ObjectiveRow, ShareRow } from '../objectives/tables.js';
import type { InboxAction, ReaderToday } from './reader.js';
import { objectiveStateOf } from './state-of.js';

/** Something that waits for the one who asks. */
export interface InboxItem {
  readonly action: Waiting['action'];
  readonly planId: string;
  readonly objectiveId: string;
  readonly shareId: string;
  readonly areaId: string;
  /** Of the objective. */
  readonly title: string;
  /** Since when the share is as it is. */
  readonly since: Instant;
  readonly deadline: {
    readonly deadlineId: string;
    readonly instance: LocalDate;
    readonly dueOn: LocalDate;
    readonly text: string;
  } | null;
  /** Of a report that was sent back: by which day it is wanted. */
  readonly returnBy: LocalDate | null;
  /** The step of the chain to take. */
  readonly approval: Awaiting | null;
  /** Whether the step is taken in the place of an office that would judge itself. */
  readonly asSubstitute: boolean;
}

const DEADLINE_DAYS = 15;

/** What waits for no office of its own: for whoever may ask for it and is named for a transition, where any is. */
const LEFT_TO: Partial<Record<Waiting['action'], { readonly action: InboxAction; readonly verb?: LifecycleVerb }>> = {
  assign: { action: 'objective.assign', verb: 'assign' },
  score: { action: 'objective.score' },
  'ratify-suspension': { action: 'objective.suspend', verb: 'suspend' },
  'adjust-premium': { action: 'premium.compute' },
};

/** What of an objective's shares asks the reader for something now. */
export function itemsOf(
  objective: ObjectiveRow,
  shares: readonly ShareRow[],
  due: readonly DueRow[],
  reader: Mine,
  now: Instant,
): readonly InboxItem[] {
  const today = romeDayOf(now);
  const seen = new Set<string>();
  const state = objectiveStateOf(objective, shares, due);
  return waitingOn(state).flatMap((waiting) => {
    const share = shares.find(({ share_id }) => share_id === waiting.shareId);
    if (share === undefined || !isMine(waiting, share, state, reader)) return [];
    const { action, deadline } = waiting;
    // who may act as several offices reads of it once
    const named = [action, share.share_id, deadline?.deadlineId, deadline?.instance].join(' ');
    if (seen.has(named)) return [];
    seen.add(named);
    const instances = due.filter((row) => row.objective_id === share.objective_id && row.share_id === share.share_id);
    if (!isTimely(waiting, instances, objective.horizon, today)) return [];
    return [itemOf(waiting, objective, share, instances)];
  });
}

interface Mine extends ReaderToday {
  /** Approvals that the account could act on, by `nameOf`. */
  readonly mine: ReadonlySet<string>;
}

function isMine(waiting: Waiting, share: ShareRow, state: ObjectiveState, { mine, ...reader }: Mine): boolean {
  const { action, office, deadline } = waiting;
  const left = LEFT_TO[action];
  if (left !== undefined) {
    const standing = state.shares.find(({ shareId }) => shareId === share.share_id);
    if (standing === undefined || !reader.actions.includes(left.action)) return false;
    const from = action === 'ratify-suspension' ? standing.suspension?.from : undefined;
    if (action === 'score' && !mayScore(standing, state, reader)) return false;
    if (left.verb !== undefined && !isNamed(left.verb, state, standing, { ...reader, from })) return false;
    return action !== 'adjust-premium' || !isPaidForShare(standing, state, reader);
  }
  const of = { kind: 'objective', stream_id: share.objective_id, share_id: share.share_id };
  switch (action) {
    case 'approve-rendicontazione':
      return mine.has(nameOf({ ...of, subject: 'rendicontazione', deadline_id: null, instance: null }));
    case 'decide-justification': {
      // of a time when whoever took it up was the first to decide
      if (office === null) return reader.roles.includes('segretario');
      const { deadlineId: deadline_id = null, instance = null } = deadline ?? {};
      return mine.has(nameOf({ ...of, subject: 'justification', deadline_id, instance }));
    }
    default:
      return office === reader.by.office;
  }
}

/** The name of an approval, as `Mine` keeps it. */
export function nameOf({ kind, stream_id, subject, share_id, deadline_id, instance }: AwaitedApproval): string {
  return [kind, stream_id, subject, share_id, deadline_id, instance].join('~');
}

/** Whether it asks for something now: a year ahead of its deadline nothing needs to be done. */
function isTimely(
  { action, deadline }: Waiting,
  instances: readonly DueRow[],
  horizon: LocalDate,
  today: LocalDate,
): boolean {
  switch (action) {
    case 'answer-deadline':
      return deadline !== null && deadline.dueOn <= addDays(today, DEADLINE_DAYS);
    case 'submit-rendicontazione':
      return today > horizon || (instances.length > 0 && instances.every(({ status }) => status !== 'open'));
    case 'liquidate-premium':
      return false; // shares are paid by a run; the run itself waits
    default:
      return true;
  }
}

function itemOf(
  { action, deadline, step }: Waiting,
  objective: ObjectiveRow,
  share: ShareRow,
  instances: readonly DueRow[],
): InboxItem {
  const row = instances.find(
    ({ deadline_id, instance }) => deadline_id === deadline?.deadlineId && instance === deadline.instance,
  );
  const panel = share.rendicontazione?.panels[step ?? ''];
  return {
    action,
    planId: objective.plan_id,
    objectiveId: objective.objective_id,
    shareId: share.share_id,
    areaId: share.area_id,
    title: objective.planned.title,
    since: share.since,
    deadline: deadline === null ? null : { ...deadline, text: row?.text ?? '' },
    returnBy: action === 'integrate-rendicontazione' ? (share.rendicontazione?.returnBy ?? null) : null,
    approval: step === null ? null : awaitingOf(share),
    asSubstitute: panel !== undefined && panel.reroutedFrom !== null,
  };
}
