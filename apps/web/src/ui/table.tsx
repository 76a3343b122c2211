import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Row as TableRow,
} from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.js';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns: {} });
const collator = new Intl.Collator('it', { numeric: true });

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Given: the reader may sort by it. */
  readonly sortBy?: (row: Row) => string | number | null;
  readonly numeric?: boolean;
  /** Names the row. */
  readonly heading?: boolean;
}

/** A table that can be sorted, and whose rows stand one below the other on a phone. */
export function Table<Row extends object>({ caption, captionHidden, columns, rows, keyOf, none }: TableProps<Row>) {
  const { t } = useTranslation();
  const definitions = useMemo(() => columns.map(defined), [columns]);
  const table = useTable({ features, columns: definitions, data: rows, enableMultiSort: false });
  if (rows.length === 0 && none !== undefined) {
    return (
      <section className="no-rows">
        <p className={captionHidden === true ? 'visually-hidden' : 'table-title'}>{caption}</p>
        <p>{none}</p>
      </section>
    );
  }
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <div className="table-frame">
      <table className="table dense stacking">
        <caption className={captionHidden === true ? 'visually-hidden' : ''}>{caption}</caption>
        <thead>
          <tr>
            {table.getFlatHeaders().map(({ id, column }) => {
              const { header, numeric, sortBy } = byId.get(id)!;
              const sorted = column.getIsSorted();
              return (
                <th
                  key={id}
                  scope="col"
                  className={numeric === true ? 'numeric' : ''}
                  {...(sorted !== false && { 'aria-sort': sorted === 'asc' ? 'ascending' : 'descending' })}
                >
                  {sortBy === undefined ? (
                    header
                  ) : (
                    <button
                      type="button"
                      className="sort"
                      onClick={() => column.toggleSorting()}
                      title={t(sorted === 'asc' ? 'app.sortDescending' : 'app.sortAscending', { column: header })}
                    >
                      {header}
                      <Icon
                        name={sorted === false ? 'it-expand' : sorted === 'asc' ? 'it-arrow-up' : 'it-arrow-down'}
                        size="xs"
                        className={sorted === false ? 'unsorted' : ''}
                      />
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ original }) => (
            <tr key={keyOf(original)}>
              {columns.map(({ id, header, cell, numeric, heading }) =>
                heading === true ? (
                  <th key={id} scope="row">
                    {cell(original)}
                  </th>
                ) : (
                  <td key={id} data-name={header} className={numeric === true ? 'numeric' : ''}>
                    {cell(original)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** The same array from one rendering to the next where sorting shall last. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Said instead of an empty table. */
  readonly none?: string;
}

function defined<Row extends object>({ id, header, sortBy }: Column<Row>): ColumnDef<typeof features, Row> {
  return {
    id,
    header,
    enableSorting: sortBy !== undefined,
    accessorFn: (row: Row) => sortBy?.(row) ?? null,
    sortFn: byValue,
  };
}

function byValue<Row extends object>(
  one: TableRow<typeof features, Row>,
  other: TableRow<typeof features, Row>,
  id: string,
): number {
  const [a, b] = [one.getValue<string | number | null>(id), other.getValue<string | number | null>(id)];
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}
