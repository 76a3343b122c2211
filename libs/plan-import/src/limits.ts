/** What a plan of any public body stays far below; beyond it a text is hostile or no plan. */
export const LIMITS = {
  bytes: 5_000_000,
  columns: 64,
  rows: 5_000,
  lines: 100_000,
  rowsOfObjective: 200,
  cell: 20_000,
  prose: 20_000,
  areas: 150,
  areaName: 400,
} as const;
