import {
  actIdToday,
  actKey,
  categories,
  idOfStream,
  type ActDetails,
  type ActEvent,
  type Evidence,
  type Instant,
  type LocalDate,
} from '#domain';
import type { JsonObject, RecordedEvent } from '#event-store';
import type { ActEdgeRow, ActRow as StoredActRow } from '#postgres';
import { metadataOf } from '../facts.js';
import { categoryOf, type Projection, type Rows } from '../runtime/projection.js';
import { defineTable, type Change } from '../runtime/table.js';
import { actsNamedIn } from './references.js';

export interface ActRow extends StoredActRow {
  readonly file: Evidence | null;
  readonly corrections: readonly ActCorrection[];
}

/** What an act said, what it says since, and who corrected it when and why. */
export interface ActCorrection {
  readonly at: Instant;
  readonly person: string;
  readonly office: string;
  readonly onBehalfOf: string | null;
  readonly reason: string;
  readonly before: ActSaid;
  readonly after: ActSaid;
}

/** `file` where that is another. */
type ActSaid = ActDetails & { readonly date: LocalDate; readonly file?: Evidence | null };

const actTable = defineTable<ActRow>({
  name: 'act',
  columns: {
    act_id: 'text',
    called: 'text',
    kind: 'text',
    number: 'text',
    date: 'text',
    organ: 'text',
    title: 'text',
    effective_from: 'text null',
    file: 'jsonb null',
    corrections: 'jsonb',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['act_id'],
  scope: 'act_id',
  indexes: [['called']],
});

const edgeTable = defineTable<ActEdgeRow>({
  name: 'act_edge',
  columns: {
    position: 'bigint',
    place: 'integer',
    source_kind: 'text',
    source_id: 'text',
    plan_id: 'text null',
    share_id: 'text null',
    line: 'integer null',
    relation: 'text',
    target_kind: 'text',
    target_id: 'text',
    reference: 'jsonb null',
    type: 'text',
  },
  key: ['position', 'place'],
  scope: null,
  indexes: [
    ['target_kind', 'target_id'],
    ['source_kind', 'source_id'],
  ],
});

/** What names none, or only tells offices what others decided by it. */
const OUTSIDE: readonly string[] = ['account', 'clock', 'reminder'];

/**
 * The register of acts, and who names which act: every event of every release is read for it, but messages. That the evaluation of a
 * person names one is for those alone who may see that evaluation: the queries see to it.
 */
export const acts: Projection = {
  name: 'acts',
  version: 7,
  categories: categories.filter((category) => !OUTSIDE.includes(category)),
  tables: [actTable, edgeTable],
  project(event, rows) {
    if (categoryOf(event.stream) !== 'act') return [...outdated(event), ...citations(event)];
    // the log gives back what the rules once wrote
    const fact = { type: event.type, data: event.data } as ActEvent;
    return [...registered(event, fact, rows), ...relations(event, fact)];
  },
};

function registered(event: RecordedEvent, fact: ActEvent, rows: Rows): readonly Change[] {
  const seen = { revision: event.revision, recorded_at: metadataOf(event).recordedAt };
  if (fact.type === 'act.registered.v1') {
    const { act, organ, title, effectiveFrom, file } = fact.data;
    const details = { organ, title, effective_from: effectiveFrom, file };
    const act_id = idOfStream(event.stream);
    const called = actIdToday(act_id);
    return [actTable.put({ act_id, called, ...act, ...details, corrections: [], ...seen })];
  }
  const before = rows.of(actTable)[0];
  if (before === undefined) return [];
  switch (fact.type) {
    case 'act.corrected.v1': {
      const { reason, ...after } = fact.data;
      const { date, organ, title, effectiveFrom, file = before.file } = after;
      const corrections = [...before.corrections, correctionOf(event, before, after, reason)];
      const said = { date, organ, title, effective_from: effectiveFrom, file };
      return [actTable.put({ ...before, ...said, corrections, ...seen })];
    }
    case 'act.file-attached.v1':
      return [actTable.put({ ...before, file: fact.data.file, ...seen })];
    default:
      return [actTable.put({ ...before, ...seen })];
  }
}

function correctionOf(event: RecordedEvent, before: ActRow, after: ActSaid, reason: string): ActCorrection {
  const { actor, onBehalfOf, recordedAt } = metadataOf(event);
  const { date, organ, title, effective_from } = before;
  const { file } = before;
  const said = { date, organ, title, effectiveFrom: effective_from, ...(after.file !== undefined && { file }) };
  return { at: recordedAt, person: actor.id, office: actor.office, onBehalfOf, reason, before: said, after };
}

function relations(event: RecordedEvent, fact: ActEvent): readonly Change[] {
  if (fact.type !== 'act.related.v1') return [];
  const { relation, to } = fact.data;
  const target =
    'act' in to
      ? { target_kind: 'act', target_id: actKey(to.act).id, reference: to.act }
      : 'planId' in to
        ? { target_kind: 'plan', target_id: to.planId, reference: null }
        : { target_kind: 'objective', target_id: to.objectiveId, reference: null };
  return [edgeTable.put({ ...sourceOf(event), place: 0, share_id: null, line: null, relation, ...target })];
}

function citations(event: RecordedEvent): readonly Change[] {
  return actsNamedIn(dataOf(event)).map(({ act, shareId, line, cited }, place) =>
    edgeTable.put({
      ...sourceOf(event),
      place,
      share_id: shareId,
      line,
      relation: cited ? 'cites' : 'rests-on',
      target_kind: 'act',
      target_id: actKey(act).id,
      reference: act,
    }),
  );
}

const DEFINITIONS: readonly string[] = ['objective.defined.v1', 'objective.redefined.v1'];

const PROPOSALS: readonly string[] = ['objective.proposed.v1'];

const DRAFTS: readonly string[] = ['plan.drafted.v1', 'plan.redrafted.v1'];

/** A draft that has another in its place, and what was taken back, names nothing any more, and is no debt. */
function outdated({ stream, type }: RecordedEvent): readonly Change[] {
  const told =
    type === 'plan.redrafted.v1'
      ? DRAFTS
      : type === 'objective.redefined.v1' || type === 'objective.withdrawn.v1'
        ? DEFINITIONS
        : type === 'objective.proposal-withdrawn.v1'
          ? PROPOSALS
          : [];
  const source = { source_kind: categoryOf(stream), source_id: idOfStream(stream) };
  return told.map((before) => edgeTable.clear({ ...source, type: before }));
}

/** A drafted plan's objectives tell their acts themselves once they are defined. */
function dataOf({ type, data }: RecordedEvent): JsonObject {
  if (!DRAFTS.includes(type)) return data;
  const { objectives: _, ...document } = data['document'] as JsonObject;
  return document;
}

function sourceOf({ position, stream, type, data }: RecordedEvent) {
  const kind = categoryOf(stream);
  const id = idOfStream(stream);
  const plan = kind === 'plan' ? id : kind === 'objective' ? id.slice(0, id.lastIndexOf('-')) : data['planId'];
  return {
    position: String(position),
    source_kind: kind,
    source_id: kind === 'act' ? actIdToday(id) : id,
    plan_id: typeof plan === 'string' ? plan : null,
    type,
  };
}
