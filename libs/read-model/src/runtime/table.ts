import { createHash } from 'node:crypto';

/** A column is never null unless it says so. */
export type ColumnType = 'text' | 'bigint' | 'integer' | 'numeric' | 'boolean' | 'jsonb';
export type Column = ColumnType | `${ColumnType} null`;

/** What the runtime knows of a table of schema `read`; the columns' names and order are those of `columns`. */
export interface AnyTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly key: readonly string[];
  /** The column with the id of the stream that a row comes from; null where rows are only ever added. */
  readonly scope: string | null;
  readonly indexes: readonly (readonly string[])[];
}

/** One row as it shall be from now on. */
export interface Put {
  readonly table: AnyTable;
  readonly row: object;
}

/** All rows with these values are there no more; of a table with a scope, that column is among them. */
export interface Cleared {
  readonly table: AnyTable;
  readonly without: object;
}

export type Change = Put | Cleared;

/** A table whose rows have a type. */
export interface Table<Row extends object> extends AnyTable {
  put(row: Row): Put;
  /** Rows with these values are there no more; the changes that follow may put others. */
  clear(without: Partial<Row>): Cleared;
}

interface Definition<Row extends object> {
  readonly name: string;
  readonly columns: { readonly [Name in keyof Row & string]: Column };
  readonly key: readonly (keyof Row & string)[];
  readonly scope: (keyof Row & string) | null;
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
}

export function defineTable<Row extends object>(definition: Definition<Row>): Table<Row> {
  const table: Table<Row> = {
    indexes: [],
    ...definition,
    put: (row) => ({ table, row }),
    clear: (without) => ({ table, without }),
  };
  return table;
}

/** The value of a column, as it was put. */
export function valueOf(row: object, column: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[column];
}

/** Tells the rows of a table apart. */
export function keyOf(table: AnyTable, row: object): string {
  return table.key.map((column) => String(valueOf(row, column))).join('\u0000');
}

/** The statements that create a table; texts compare by code point, so that keys sort alike here and there. */
export function definitionOf({ name, columns, key, scope, indexes }: AnyTable): readonly string[] {
  // rows that change stay on their page, so that an index need not learn of it
  const room = scope === null ? '' : ' with (fillfactor = 70)';
  const lines = Object.entries(columns).map(([column, type]) => `"${column}" ${sqlType(type)}`);
  const keyed = key.map((column) => `"${column}"`).join(', ');
  return [
    `create table read."${name}" (${[...lines, `primary key (${keyed})`].join(', ')})${room}`,
    ...indexes.map((index) => `create index on read."${name}" (${index.map((column) => `"${column}"`).join(', ')})`),
  ];
}

/** SHA-256 of the tables' definitions. */
export function shapeOf(tables: readonly AnyTable[]): string {
  return createHash('sha256').update(tables.flatMap(definitionOf).join('\n')).digest('hex');
}

export function bareType(column: Column): ColumnType {
  return column.replace(/ null$/, '') as ColumnType;
}

function sqlType(column: Column): string {
  const type = bareType(column);
  return `${type}${type === 'text' ? ' collate "C"' : ''}${column === type ? ' not null' : ''}`;
}
