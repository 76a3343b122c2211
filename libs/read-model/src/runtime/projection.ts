import type { Category } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { AnyTable, Change, Table } from './table.js';

/** The rows that came from one stream, as they stand. */
export interface Rows {
  of<Row extends object>(table: Table<Row>): readonly Row[];
}

/** How events become rows. Pure: no clock, no database, nothing kept between events. */
export interface Projection {
  readonly name: string;
  /** Raised whenever `project` gives other rows than before: the tables are then built again. */
  readonly version: number;
  /** The kinds of stream it looks at; every row belongs to one stream. */
  readonly categories: readonly Category[];
  readonly tables: readonly AnyTable[];
  /** The revision of the stream's last event that the rows know, -1 before the first; absent: not checked. */
  readonly revisionIn?: (rows: Rows) => number;
  /**
   * @param rows  of the event's own stream only
   * @returns the rows that are new or different after the event, and those that are there no more
   * @throws anything when the event cannot be understood: its stream is then parked
   */
  project(event: RecordedEvent, rows: Rows): readonly Change[];
}

export function categoryOf(stream: string): string {
  return stream.slice(0, stream.indexOf('-'));
}
