import { idInWords } from '#contract';
import type { Answer } from '../../client/ask.js';
import type { Office } from './use-body.js';

type Named = Answer<'workflow'>['definition']['offices'][number];

/** Those that no plan has as an area; the accounting service is one in many. */
const BESIDE_AREAS: ReadonlySet<Named['function']> = new Set([
  'segretario',
  'segretario-substitute',
  'evaluation-body',
  'political-body',
  'personnel',
]);

/** Whether the body's workflow has an office of this id beside the areas. */
export function isBesideAreas(id: string, named: readonly Named[]): boolean {
  return named.some((office) => office.id === id && BESIDE_AREAS.has(office.function));
}

/** Those of the body's workflow that it does not have yet, by what the workflow calls them first. */
export function missingOffices(
  known: readonly Pick<Office, 'id'>[],
  named: readonly Named[],
): readonly Pick<Office, 'id' | 'name'>[] {
  return named
    .filter((office) => !known.some(({ id }) => id === office.id))
    .map(({ id, names }) => ({ id, name: names[0] ?? idInWords(id) }));
}
