import type { Rows } from './projection.js';
import { keyOf, valueOf, type AnyTable, type Change, type Cleared, type Table } from './table.js';

/** Streams whose rows stay at hand between batches. */
const KEPT_SCOPES = 2_000;

/** The rows a projection works on: those of the streams it met lately, as they are in the tables or will be. */
export interface RowSet {
  /** Those of the scopes (ids of streams) whose rows are not at hand; from now on they are taken to be. */
  missing(scopes: Iterable<string>): readonly string[];
  load(table: AnyTable, rows: readonly object[]): void;
  rowsOf(scope: string): Rows;
  apply(changes: readonly Change[]): void;
  /** The rows to write, each once, as they are now. */
  changed(table: AnyTable): readonly object[];
  /** Whose rows are to be deleted before the changed ones are written. */
  cleared(): readonly Cleared[];
  /** The changed rows are written; rows of streams not met for long are let go. */
  settle(): void;
  /** All rows at hand of a table. */
  all<Row extends object>(table: Table<Row>): readonly Row[];
}

type Keyed = Map<string, object>;

export function rowSet(): RowSet {
  const scopes = new Map<string, Map<AnyTable, Keyed>>();
  const dirty = new Map<AnyTable, Keyed>();
  const cleared: Cleared[] = [];

  function keep(table: AnyTable, key: string, row: object): void {
    if (table.scope === null) return;
    const tables = entry(scopes, String(valueOf(row, table.scope)), () => new Map<AnyTable, Keyed>());
    entry(tables, table, () => new Map<string, object>()).set(key, row);
  }

  function drop(change: Cleared): void {
    const { table, without } = change;
    const wanted = Object.entries(without);
    const own = table.scope === null ? undefined : scopes.get(String(valueOf(without, table.scope)))?.get(table);
    for (const rows of [own, dirty.get(table)]) {
      for (const [key, row] of rows ?? []) {
        if (wanted.every(([column, value]) => valueOf(row, column) === value)) rows?.delete(key);
      }
    }
    cleared.push(change);
  }

  return {
    missing(wanted) {
      const absent: string[] = [];
      for (const scope of wanted) {
        const held = scopes.get(scope);
        if (held === undefined) absent.push(scope);
        scopes.delete(scope); // to the end of the line: last met, last let go
        scopes.set(scope, held ?? new Map<AnyTable, Keyed>());
      }
      return absent;
    },
    load(table, rows) {
      for (const row of rows) keep(table, keyOf(table, row), row);
    },
    rowsOf: (scope) => ({
      of: (table) => typed(table, scopes.get(scope)?.get(table)),
    }),
    apply(changes) {
      for (const change of changes) {
        if ('without' in change) {
          drop(change);
          continue;
        }
        const { table, row } = change;
        const key = keyOf(table, row);
        keep(table, key, row);
        entry(dirty, table, () => new Map<string, object>()).set(key, row);
      }
    },
    changed: (table) => [...(dirty.get(table)?.values() ?? [])],
    cleared: () => cleared,
    settle() {
      dirty.clear();
      cleared.length = 0;
      for (const scope of scopes.keys()) {
        if (scopes.size <= KEPT_SCOPES) break;
        scopes.delete(scope);
      }
    },
    all: (table) =>
      table.scope === null
        ? typed(table, dirty.get(table))
        : [...scopes.values()].flatMap((tables) => typed(table, tables.get(table))),
  };
}

/** Only rows of a table are ever kept under it. */
function typed<Row extends object>(_table: Table<Row>, rows: Keyed | undefined): readonly Row[] {
  const list: readonly object[] = [...(rows?.values() ?? [])];
  return list as readonly Row[];
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
