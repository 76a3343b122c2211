import type { OfficeDefinition } from './definition.js';

type Office = Pick<OfficeDefinition, 'id' | 'function'> & { readonly members?: number | undefined };

/** How many sit in an office, as far as the definition says: the Segretario and the substitute are one each; null: it does not. */
export function membersOf(office: string, offices: readonly Office[]): number | null {
  const found = offices.find(({ id }) => id === office);
  const isOne = found?.function === 'segretario' || found?.function === 'segretario-substitute';
  return found?.members ?? (isOne ? 1 : null);
}
