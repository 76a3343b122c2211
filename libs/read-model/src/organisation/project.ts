import { idOfStream, romeDayOf, withAccountEvent, withGiver, type AccountEvent } from '#domain';
import type { DelegationRow, TenureRow } from '#postgres';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import { categoryOf, type Projection, type Rows } from '../runtime/projection.js';
import { defineTable, type Change } from '../runtime/table.js';

export const tenureTable = defineTable<TenureRow>({
  name: 'tenure',
  columns: {
    stream: 'text',
    id: 'text',
    person: 'text',
    office: 'text',
    roles: 'jsonb',
    from_day: 'text',
    to_day: 'text null',
    act: 'jsonb null',
    recorded_at: 'text',
  },
  key: ['stream', 'id'],
  scope: 'stream',
  indexes: [['person'], ['office']],
});

export const delegationTable = defineTable<DelegationRow>({
  name: 'delegation',
  columns: {
    stream: 'text',
    id: 'text',
    kind: 'text',
    person: 'text',
    office: 'text',
    holder: 'text null',
    from_day: 'text',
    until_day: 'text',
    subjects: 'jsonb null',
    act: 'jsonb null',
    revoked: 'jsonb null',
    taken_up: 'bigint null',
    recorded_at: 'text',
  },
  key: ['stream', 'id'],
  scope: 'stream',
  indexes: [['person']],
});

/** Who holds which office from when to when, and who acts for whom. */
export const organisations: Projection = {
  name: 'organisations',
  version: 3,
  categories: ['organisation', 'account'],
  tables: [tenureTable, delegationTable],
  project(event, rows) {
    return categoryOf(event.stream) === 'account' ? ownOffice(event, rows) : told(event, rows);
  },
};

function told(event: RecordedEvent, rows: Rows): readonly Change[] {
  const fact = factOf(event);
  const stream = idOfStream(event.stream);
  const { recordedAt: recorded_at } = metadataOf(event);
  switch (fact.type) {
    case 'organisation.office-taken.v1': {
      const { tenureId: id, person, office, roles, from, to, act } = fact.data;
      return [tenureTable.put({ stream, id, person, office, roles, from_day: from, to_day: to, act, recorded_at })];
    }
    case 'organisation.office-left.v1': {
      const before = rows.of(tenureTable).find(({ id }) => id === fact.data.tenureId);
      return before === undefined ? [] : [tenureTable.put({ ...before, to_day: fact.data.to })];
    }
    case 'organisation.tenure-annulled.v1':
      return [tenureTable.clear({ stream, id: fact.data.tenureId })];
    case 'organisation.delegated.v1': {
      const {
        delegationId: id,
        kind,
        person,
        office,
        holder = null,
        from,
        until,
        subjects,
        act,
        takenUp,
      } = withGiver(fact.data, metadataOf(event));
      const period = { from_day: from, until_day: until };
      return [
        delegationTable.put({
          stream,
          id,
          kind,
          person,
          office,
          holder,
          ...period,
          subjects,
          act,
          revoked: null,
          taken_up: takenUp === false ? null : '-1',
          recorded_at,
        }),
      ];
    }
    case 'organisation.delegation-taken-up.v1': {
      const before = rows.of(delegationTable).find(({ id }) => id === fact.data.delegationId);
      return before === undefined ? [] : [delegationTable.put({ ...before, taken_up: String(event.position) })];
    }
    case 'organisation.delegation-revoked.v1': {
      const { delegationId, on, reason } = fact.data;
      const before = rows.of(delegationTable).find(({ id }) => id === delegationId);
      return before === undefined ? [] : [delegationTable.put({ ...before, revoked: { on, reason } })];
    }
    default:
      return [];
  }
}

/** The offices that the account itself gives its person, numbered in the order in which it gave them. */
function ownOffice(event: RecordedEvent, rows: Rows): readonly Change[] {
  const person = idOfStream(event.stream);
  const { recordedAt: recorded_at } = metadataOf(event);
  const before = rows.of(tenureTable).toSorted((a, b) => Number(a.id) - Number(b.id));
  // the log gives back what the rules once wrote
  const fact = { type: event.type, data: event.data } as AccountEvent;
  const own = before.map(({ office, roles, from_day: from, to_day: to }) => ({ person, office, roles, from, to }));
  const after = withAccountEvent(own, fact, person, romeDayOf(recorded_at));
  return after.flatMap((one, index) => {
    if (one === own[index]) return [];
    const { office, roles, from, to } = one;
    const since = before[index]?.recorded_at ?? recorded_at;
    const row = { person, office, roles, from_day: from, to_day: to, act: null, recorded_at: since };
    return [tenureTable.put({ stream: person, id: String(index), ...row })];
  });
}
