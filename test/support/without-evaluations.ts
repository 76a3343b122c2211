import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Definition {
  readonly evaluations?: object;
  readonly chains: Readonly<Record<string, object>>;
}

/**
 * The shipped workflow of a body that evaluates nobody: its premium runs wait for no evaluation.
 *
 * @returns the file, in a folder
 */
export function withoutEvaluations(folder: string): string {
  const standard = parse(readFileSync('apps/api/workflows/comune.yaml', 'utf8')) as Definition;
  const { evaluations: _, chains, ...rest } = standard;
  const { evaluation: __, ...others } = chains;
  const file = join(folder, 'senza-valutazioni.json');
  writeFileSync(file, JSON.stringify({ ...rest, id: 'senza-valutazioni', chains: others }));
  return file;
}
