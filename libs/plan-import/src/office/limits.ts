/** What a plan in an office file stays far below; beyond it a file is hostile or no plan. */
export const OFFICE_LIMITS = {
  /** Of the file as it is sent. */
  fileBytes: 20_000_000,
  entries: 2_000,
  /** Of one part unpacked; parts that are not read are not unpacked. */
  partBytes: 64_000_000,
  /** Of all parts together. */
  totalBytes: 160_000_000,
  depth: 200,
  elements: 4_000_000,
  /** Characters kept from all parts. */
  text: 5_000_000,
  sheets: 60,
  rows: 20_000,
  cells: 400_000,
  joins: 20_000,
} as const;
