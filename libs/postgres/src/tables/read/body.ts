/** What a body says of itself; one row. */
export interface BodyRow {
  readonly id: string;
  readonly body: string;
  readonly name: string | null;
  /** The patron saint's day, `MM-DD`; null where there is none, or nobody has said. */
  readonly patron_day: string | null;
  readonly offices: readonly object[];
}

export interface BodyTables {
  readonly 'read.body': BodyRow;
}
