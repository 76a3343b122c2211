import type { Office } from './use-body.js';

/** Those that no plan has as an area. */
const besideAreas = ['segretario-generale', 'vicesegretario', 'nucleo', 'giunta', 'personale'] as const;

/** Those that the chains of approval name; the accounting service is an area of many plans. */
const usualOffices = [...besideAreas, 'finanziaria'] as const;

export const isUsual = (id: string) => (besideAreas as readonly string[]).includes(id);

export function missingUsual(offices: readonly Pick<Office, 'id'>[]) {
  return usualOffices.filter((usual) => !offices.some(({ id }) => id === usual));
}
