import type { Office } from './use-body.js';

/** Those that the chain of approvals names, beside the areas. */
export const usualOffices = ['segretario-generale', 'vicesegretario', 'nucleo', 'giunta', 'personale'] as const;

export const isUsual = (id: string) => (usualOffices as readonly string[]).includes(id);

export function missingUsual(offices: readonly Pick<Office, 'id'>[]) {
  return usualOffices.filter((usual) => !offices.some(({ id }) => id === usual));
}
