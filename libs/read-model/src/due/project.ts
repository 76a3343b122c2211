import {
  addDays,
  askedAt,
  begun,
  bindsFrom,
  isOwedFrom,
  creditedTo,
  dueAsShifted,
  evolveApproval,
  givenTo,
  idOfStream,
  instancesOf,
  lastDayOf,
  missedAt,
  stillCounted,
  currentStep,
  usualLifecycle,
  type ObjectiveEvent,
  type LifecycleInForce,
  type PlannedObjective,
  type Approval,
  type TermBegun,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import { isOfProposal, type OfProposal } from '../of-proposals.js';
import type { Projection, Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { doneBy, missLifted } from './miss-lifted.js';
import { matching, stopped } from './occasions.js';
import { dueTable, type DueRow } from './table.js';

/** The occasions on which something falls due, and what became of each. Of a relative deadline there is one once its fact is reported. */
export const due: Projection = {
  name: 'due',
  version: 16,
  categories: ['objective'],
  tables: [dueTable],
  project(event, rows) {
    const fact = factOf(event) as ObjectiveEvent;
    if (fact.type === 'objective.defined.v1') {
      const { objective, workflow } = fact.data;
      return generated(event, objective, workflow).map((row) => dueTable.put(row));
    }
    if (fact.type === 'objective.redefined.v1' || fact.type === 'objective.withdrawn.v1') return redrafted(event, fact);
    if (fact.type === 'objective.varied.v1') return varied(generated(event, fact.data.objective), fact, rows);
    // what is only proposed binds nobody
    return isOfProposal(fact) ? [] : [...changes(fact, rows, event)];
  },
};

type Defined = Extract<ObjectiveEvent, { type: 'objective.defined.v1' }>;
type Redrafted = Extract<ObjectiveEvent, { type: 'objective.redefined.v1' | 'objective.withdrawn.v1' }>;
type Varied = Extract<ObjectiveEvent, { type: 'objective.varied.v1' }>;

/** What a draft says no more is owed by nobody, and never was. */
function redrafted(event: RecordedEvent, fact: Redrafted): readonly Change[] {
  const gone = dueTable.clear({ objective_id: idOfStream(event.stream) });
  if (fact.type === 'objective.withdrawn.v1') return [gone];
  const { objective, workflow } = fact.data;
  return [gone, ...generated(event, objective, workflow).map((row) => dueTable.put(row))];
}

function generated(
  event: RecordedEvent,
  objective: PlannedObjective,
  workflow: LifecycleInForce = usualLifecycle,
): readonly DueRow[] {
  const asks = workflow.transitions.some(({ verb }) => verb === 'acknowledge');
  return objective.deadlines.flatMap((deadline) =>
    instancesOf(deadline).flatMap((instance) =>
      objective.shares
        .filter(({ id }) => deadline.shareIds.includes(id))
        .map(({ id, areaId }) => ({
          body: metadataOf(event).body,
          objective_id: idOfStream(event.stream),
          share_id: id,
          deadline_id: deadline.id,
          instance: instance.instance,
          kind: deadline.kind,
          due_on: instance.dueOn,
          every: instance.every,
          missed_at: missedAt(instance),
          office: areaId,
          title: objective.title,
          text: deadline.text,
          status: 'void', // owed by nobody until the share is assigned
          acknowledgement: asks ? 'awaited' : 'unasked',
          ...untouched,
        })),
    ),
  );
}

/** Nothing has come of it yet. */
const untouched = {
  frozen: false,
  rest: null,
  justification: null,
  said_again: false,
  effect: null,
  weighing: null,
  judged_by: null,
  answered_on: null,
  progress_id: null,
  nil: false,
  late_reason: null,
  late_note: null,
  marked_at: null,
  lifted: null,
} as const;

/** What falls due by a fact that was reported. */
function counted(
  event: RecordedEvent,
  shareId: string,
  { deadlineId, instance, dueOn, title, text }: TermBegun,
  own: readonly DueRow[],
): DueRow {
  const { body, actor } = metadataOf(event);
  const unasked = own.some(({ acknowledgement }) => acknowledgement === 'unasked');
  return {
    body,
    objective_id: idOfStream(event.stream),
    share_id: shareId,
    deadline_id: deadlineId,
    instance,
    kind: 'relative',
    due_on: dueOn,
    every: null,
    missed_at: missedAt({ dueOn }),
    office: actor.office, // the share's own: nobody else reports of it
    title,
    text,
    status: 'open',
    acknowledgement: unasked ? 'unasked' : 'given',
    ...untouched,
  };
}

/** Of the shares that were told something else: what is settled stays, what the plan no longer has was moved. */
function varied(
  planned: readonly DueRow[],
  { data: { objective, shareIds, from, shifted, seriesFrom = {} } }: Varied,
  rows: Rows,
): readonly Change[] {
  const isOwed = (row: DueRow) => isOwedFrom(seriesFrom[row.share_id])({ dueOn: row.due_on, every: row.every });
  const fresh = planned.filter(isOwed).map((row) => {
    const { due_on: dueOn, deadline_id: deadlineId, instance } = row;
    const due = dueAsShifted(row.share_id, shifted)({ deadlineId, instance, dueOn });
    return due.dueOn === dueOn ? row : { ...row, due_on: due.dueOn, missed_at: missedAt(due) };
  });
  const before = rows.of(dueTable);
  const same = (a: DueRow, b: DueRow) =>
    a.share_id === b.share_id && a.deadline_id === b.deadline_id && a.instance === b.instance;
  const told = (row: DueRow) => shareIds.includes(row.share_id);
  // what was counted from a fact still is
  const isCounted = ({ kind, share_id: shareId, deadline_id: deadlineId }: DueRow) =>
    kind === 'relative' && stillCounted([{ deadlineId }], shareId, objective).length > 0;
  const gone = before.filter(
    (row) => told(row) && isAhead(row) && !fresh.some((one) => same(one, row)) && !isCounted(row),
  );
  const binds = bindsFrom(from);
  const isNew = (row: DueRow) => !before.some(({ share_id }) => share_id === row.share_id);
  const owed = fresh.filter((row) => !isNew(row) || binds({ dueOn: row.due_on }));
  const added = owed.filter((row) => told(row) && !before.some((one) => same(one, row) && one.status !== 'moved'));
  return [
    ...gone.map((row) => dueTable.put({ ...row, status: 'moved', frozen: false })),
    ...added.map((row) => {
      const other = before.find(({ share_id }) => share_id === row.share_id);
      const own = before.filter(({ share_id }) => share_id === row.share_id).map(({ status }) => status);
      // of a removed share, which earlier releases told as well, what was to come is void
      const assigned = own.some((status) => status !== 'void') && !own.includes('void');
      const office = other?.office ?? row.office;
      // that a miss of the same day was lifted stays told
      const { marked_at = null, lifted = null } = before.find((one) => same(one, row)) ?? {};
      const asBefore = { marked_at, lifted, ...asOthers(before, row) };
      return dueTable.put({ ...row, office, status: assigned ? 'open' : 'void', ...asBefore });
    }),
    // their offices take note anew
    ...before
      .filter((row) => told(row) && row.acknowledgement === 'given' && !gone.includes(row))
      .map((row) => dueTable.put({ ...row, acknowledgement: 'awaited' })),
  ];
}

/** What was added while work rests, rests too; whether anybody takes note is the body's matter. */
function asOthers(before: readonly DueRow[], row: DueRow): Partial<DueRow> {
  const others = before.filter(({ share_id }) => share_id === row.share_id);
  const rest = others[0]?.rest ?? null;
  const unasked = (others.length > 0 ? others : before).some(({ acknowledgement }) => acknowledgement === 'unasked');
  return {
    acknowledgement: unasked ? 'unasked' : 'awaited',
    rest,
    ...(rest !== null && row.due_on >= rest.from && stopped(rest)),
  };
}

function isAhead({ status }: DueRow): boolean {
  return status === 'open' || status === 'void';
}

function* changes(
  fact: Exclude<ObjectiveEvent, Defined | Redrafted | Varied | OfProposal>,
  rows: Rows,
  event: RecordedEvent,
): Iterable<Change> {
  const { recordedAt } = metadataOf(event);
  const instances = rows.of(dueTable);
  if (fact.type === 'objective.closed.v1') return yield* voided(instances);
  const own = instances.filter(({ share_id }) => share_id === fact.data.shareId);
  switch (fact.type) {
    case 'objective.assigned.v1':
      // what was answered stays with the office that answered it
      for (const row of own.filter(({ status }) => status !== 'met' && status !== 'late' && status !== 'moved')) {
        const { objective_id, share_id, deadline_id, instance } = row;
        if (!isOwedFrom(fact.data.seriesFrom)({ dueOn: row.due_on, every: row.every })) {
          yield dueTable.clear({ objective_id, share_id, deadline_id, instance });
          continue;
        }
        yield dueTable.put({
          ...row,
          office: fact.data.office,
          status: row.status === 'missed' ? 'missed' : 'open',
          ...(row.weighing !== null && { weighing: givenTo(row.weighing, fact.data.office) }),
          acknowledgement: row.acknowledgement === 'unasked' ? 'unasked' : 'awaited',
        });
      }
      for (const row of own.filter(({ status }) => status === 'late')) {
        if (row.weighing !== null) yield dueTable.put({ ...row, weighing: givenTo(row.weighing, fact.data.office) });
      }
      return;
    case 'objective.assignment-corrected.v1':
      for (const row of own) {
        const weighing = row.weighing && creditedTo(row.weighing, fact.data.credited);
        if (weighing !== null) yield dueTable.put({ ...row, weighing });
      }
      return;
    case 'objective.acknowledged.v1':
      for (const row of own) {
        if (row.acknowledgement === 'awaited') yield dueTable.put({ ...row, acknowledgement: 'given' });
      }
      return;
    case 'objective.suspended.v1': {
      const rest = { from: fact.data.from, until: lastDayOf(fact.data) };
      for (const row of own) {
        const isStopped = row.status === 'open' && row.due_on >= rest.from;
        yield dueTable.put({ ...row, rest, ...(isStopped && stopped(rest)) });
      }
      return;
    }
    case 'objective.suspension-ratified.v1': {
      const { until } = fact.data;
      if (until === undefined) return;
      for (const row of own) {
        const rest = row.rest && { ...row.rest, until };
        yield dueTable.put({ ...row, rest, ...(rest !== null && row.frozen && stopped(rest)) });
      }
      return;
    }
    case 'objective.resumed.v1': {
      const { shareId, days, shifted } = fact.data;
      for (const row of own) {
        if (!row.frozen) {
          yield dueTable.put({ ...row, rest: null });
          continue;
        }
        const { deadline_id: deadlineId, instance } = row;
        const later = { deadlineId, instance, dueOn: addDays(row.due_on, days) };
        const { dueOn } = dueAsShifted(shareId, shifted)(later);
        const moved = { frozen: false, rest: null, due_on: dueOn, missed_at: missedAt({ dueOn }) };
        yield dueTable.put({ ...row, ...moved, ...doneBy(dueOn, row.answered_on ?? undefined) });
      }
      return;
    }
    case 'objective.removed.v1':
      return yield* voided(own);
    case 'objective.justification-submitted.v1': {
      const { reason, note } = fact.data.justification;
      const said = { justification: 'submitted', late_reason: reason, late_note: note } as const;
      const unjudged = { effect: null, weighing: null, judged_by: null };
      for (const row of matching(own, fact.data)) {
        const said_again = row.said_again || row.justification === 'rejected';
        yield dueTable.put({ ...row, ...said, ...unjudged, said_again });
      }
      return;
    }
    case 'objective.justification-opened.v1': {
      const weighing = begun(fact.data.approval);
      for (const row of matching(own, fact.data)) yield dueTable.put({ ...row, ...weighed(weighing) });
      return;
    }
    case 'objective.justification-weighed.v1': {
      const { fact: taken, effect: named, effectLost } = fact.data;
      for (const row of matching(own, fact.data)) {
        if (row.weighing === null) continue;
        const effect = effectLost === true ? named : (named ?? row.effect);
        yield dueTable.put({ ...row, ...weighed(evolveApproval(row.weighing, taken)), effect });
      }
      return;
    }
    case 'objective.justification-decided.v1': {
      const { accepted, effect } = fact.data;
      const justification = accepted ? 'accepted' : 'rejected';
      for (const row of matching(own, fact.data))
        yield dueTable.put({ ...row, justification, effect, judged_by: null });
      return;
    }
    case 'objective.reopened.v1':
      return; // what was settled stays settled
    case 'objective.progress-reported.v1': {
      const { fulfils, occurredOn, progressId, value, begins } = fact.data;
      if (begins !== undefined) {
        const { deadlineId, insteadOf } = begins;
        // told with a wrong day: it was owed by nobody
        for (const row of insteadOf === undefined ? [] : matching(own, { deadlineId, instance: insteadOf })) {
          const { objective_id, share_id, deadline_id, instance } = row;
          yield dueTable.clear({ objective_id, share_id, deadline_id, instance });
        }
        yield dueTable.put(counted(event, fact.data.shareId, begins, own));
      }
      const answer = { status: 'met', answered_on: occurredOn, progress_id: progressId, nil: value === null } as const;
      for (const row of fulfils === null ? [] : matching(own, fulfils)) yield dueTable.put({ ...row, ...answer });
      return;
    }
    case 'objective.progress-rectified.v1': {
      const { progressId, value } = fact.data;
      for (const row of own.filter(({ progress_id }) => progress_id === progressId)) {
        yield dueTable.put({ ...row, nil: value === null });
      }
      return;
    }
    case 'objective.deadline-missed.v1':
      for (const row of matching(own, fact.data)) {
        yield dueTable.put({ ...row, status: 'missed', marked_at: recordedAt, lifted: null });
      }
      return;
    case 'objective.miss-lifted.v1':
      return yield* missLifted(fact.data, recordedAt, own);
    case 'objective.miss-restored.v1': {
      const { dueOn, fulfilledOn = null } = fact.data;
      const status = fulfilledOn === null ? 'missed' : 'late';
      const missed = { status, answered_on: fulfilledOn, due_on: dueOn, missed_at: missedAt({ dueOn }) } as const;
      for (const row of matching(own, fact.data)) {
        yield dueTable.put({ ...row, ...missed, frozen: false, lifted: null });
      }
      return;
    }
    case 'objective.fulfilled-late.v1': {
      const { justification, occurredOn } = fact.data;
      const { reason, note } = justification;
      const said = { justification: 'submitted', late_reason: reason, late_note: note } as const;
      for (const row of matching(own, fact.data)) {
        // a reason that was given before is the one that is judged
        yield dueTable.put({
          ...row,
          ...(row.justification === null && said),
          status: 'late',
          answered_on: occurredOn,
        });
      }
      return;
    }
    case 'objective.rendicontazione-approved.v1':
      return yield* fact.data.final ? voided(own) : [];
    case 'objective.premium-liquidated.v1':
      return yield* fact.data.degree === undefined ? voided(own) : [];
  }
}

function weighed(weighing: Approval): Pick<DueRow, 'weighing' | 'judged_by'> {
  const step = currentStep(weighing);
  return { weighing, judged_by: step === null ? null : (askedAt(weighing, step.id)[0] ?? null) };
}

/** What is settled asks nothing more of anybody; what was missed stays missed. */
function voided(rows: readonly DueRow[]): readonly Change[] {
  return rows
    .filter(({ status, frozen, rest }) => status === 'open' || frozen || rest !== null)
    .map((row) => {
      const status = row.status === 'open' ? 'void' : row.status;
      return dueTable.put({ ...row, status, frozen: false, rest: null });
    });
}
