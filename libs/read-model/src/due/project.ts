import { idOfStream, instancesOf, missedAt, type ObjectiveEvent, type PlannedObjective } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { DueRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection, Rows } from '../runtime/projection.js';
import { defineTable, type Change } from '../runtime/table.js';

export const dueTable = defineTable<DueRow>({
  name: 'due',
  columns: {
    body: 'text',
    objective_id: 'text',
    share_id: 'text',
    deadline_id: 'text',
    instance: 'text',
    kind: 'text',
    due_on: 'text',
    every: 'text null',
    missed_at: 'text',
    office: 'text null',
    title: 'text',
    text: 'text',
    status: 'text',
    answered_on: 'text null',
    progress_id: 'text null',
    nil: 'boolean',
    late_reason: 'text null',
    late_note: 'text null',
  },
  key: ['objective_id', 'share_id', 'deadline_id', 'instance'],
  scope: 'objective_id',
  indexes: [['status', 'missed_at'], ['office', 'status', 'due_on'], ['due_on']],
});

/** The occasions on which something falls due, and what became of each. Relative deadlines have none yet. */
export const due: Projection = {
  name: 'due',
  version: 3,
  categories: ['objective'],
  tables: [dueTable],
  project(event, rows) {
    const fact = factOf(event) as ObjectiveEvent;
    if (fact.type === 'objective.defined.v1')
      return generated(event, fact.data.objective).map((row) => dueTable.put(row));
    if (fact.type === 'objective.varied.v1') return varied(generated(event, fact.data.objective), fact, rows);
    return [...changes(fact, rows)];
  },
};

type Defined = Extract<ObjectiveEvent, { type: 'objective.defined.v1' }>;

type Varied = Extract<ObjectiveEvent, { type: 'objective.varied.v1' }>;

function generated(event: RecordedEvent, objective: PlannedObjective): readonly DueRow[] {
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
          answered_on: null,
          progress_id: null,
          nil: false,
          late_reason: null,
          late_note: null,
        })),
    ),
  );
}

/** Of the shares that were told something else: what is settled stays, what the plan no longer has was moved. */
function varied(fresh: readonly DueRow[], { data: { shareIds } }: Varied, rows: Rows): readonly Change[] {
  const before = rows.of(dueTable);
  const same = (a: DueRow, b: DueRow) =>
    a.share_id === b.share_id && a.deadline_id === b.deadline_id && a.instance === b.instance;
  const told = (row: DueRow) => shareIds.includes(row.share_id);
  const gone = before.filter((row) => told(row) && isAhead(row) && !fresh.some((one) => same(one, row)));
  const added = fresh.filter((row) => told(row) && !before.some((one) => same(one, row) && one.status !== 'moved'));
  return [
    ...gone.map((row) => dueTable.put({ ...row, status: 'moved' })),
    ...added.map((row) => {
      const other = before.find(({ share_id }) => share_id === row.share_id);
      const assigned = before.some((one) => one.share_id === row.share_id && one.status !== 'void');
      return dueTable.put({ ...row, office: other?.office ?? row.office, status: assigned ? 'open' : 'void' });
    }),
  ];
}

function isAhead({ status }: DueRow): boolean {
  return status === 'open' || status === 'void';
}

function* changes(fact: Exclude<ObjectiveEvent, Defined | Varied>, rows: Rows): Iterable<Change> {
  const instances = rows.of(dueTable);
  if (fact.type === 'objective.closed.v1') return yield* voided(instances);
  const own = instances.filter(({ share_id }) => share_id === fact.data.shareId);
  switch (fact.type) {
    case 'objective.assigned.v1':
      // what was answered stays with the office that answered it
      for (const row of own.filter(({ status }) => status !== 'met' && status !== 'late' && status !== 'moved')) {
        yield dueTable.put({ ...row, office: fact.data.office, status: row.status === 'missed' ? 'missed' : 'open' });
      }
      return;
    case 'objective.progress-reported.v1': {
      const { fulfils, occurredOn, progressId, value } = fact.data;
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
      for (const row of matching(own, fact.data)) yield dueTable.put({ ...row, status: 'missed' });
      return;
    case 'objective.fulfilled-late.v1': {
      const { justification, occurredOn } = fact.data;
      const answer = { answered_on: occurredOn, late_reason: justification.reason, late_note: justification.note };
      for (const row of matching(own, fact.data)) yield dueTable.put({ ...row, ...answer, status: 'late' });
      return;
    }
    case 'objective.rendicontazione-approved.v1':
      return yield* fact.data.final ? voided(own) : [];
    case 'objective.premium-liquidated.v1':
      return yield* voided(own);
  }
}

function matching(rows: readonly DueRow[], ref: { readonly deadlineId: string; readonly instance: string }) {
  return rows.filter(({ deadline_id, instance }) => deadline_id === ref.deadlineId && instance === ref.instance);
}

/** What is settled asks nothing more of anybody; what was missed stays missed. */
function voided(rows: readonly DueRow[]): readonly Change[] {
  return rows.filter(({ status }) => status === 'open').map((row) => dueTable.put({ ...row, status: 'void' }));
}
