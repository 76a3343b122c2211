import type { Language } from '#contract';
import type { SeparationCheck } from '#read-model';

const COLUMNS = [
  'position',
  'recordedAt',
  'occurredOn',
  'days',
  'subject',
  'subjectId',
  'planId',
  'objectiveId',
  'shareId',
  'step',
  'stepName',
  'outcome',
  'person',
  'office',
  'onBehalfOf',
  'authors',
  'offices',
  'scored',
  'beneficiaries',
  'credited',
  'earlier',
  'recordedLater',
  'namedBy',
  'reroutedFrom',
  'rule',
  'verdict',
] as const satisfies readonly (keyof SeparationCheck)[];

/** After RFC 4180, with a heading; several values in one cell are parted by spaces. */
export function checksAsCsv(checks: readonly SeparationCheck[], language: Language): string {
  const lines = checks.map((check) =>
    COLUMNS.map((column) => {
      if (column === 'stepName') return cell(check.stepName?.[language] ?? null);
      if (column === 'namedBy') return cell(check.namedBy?.person ?? null);
      return cell(column === 'recordedLater' ? (check.recordedLater?.recordedAt ?? null) : check[column]);
    }).join(','),
  );
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function cell(value: string | readonly string[] | null): string {
  const text = value === null ? '' : typeof value === 'string' ? value : value.join(' ');
  // what a spreadsheet would take for a formula is only text here
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
