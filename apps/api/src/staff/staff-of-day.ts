import type { Auth } from '#auth';
import type { LocalDate, Staff } from '#domain';
import type { WorkflowInForce } from '../workflow/workflow-in-force.js';

/** Who holds what, for the commands that depend on it. */
export interface StaffOfDay {
  on(day: LocalDate): Promise<Staff>;
}

/** Every account holds its office, as long as it may sign in; what the law wants each office for, the definition says. */
export function staffOfAccounts(auth: Pick<Auth, 'accounts'>, workflow: WorkflowInForce): StaffOfDay {
  return {
    async on(day) {
      const tenures = (await auth.accounts())
        .filter(({ disabledAt }) => disabledAt === null)
        .map(({ id, office, roles }) => ({ person: id, office, roles, from: '0001-01-01', to: null, act: null }));
      return { day, offices: workflow.definition.offices, tenures, delegations: [], beneficiaries: [] };
    },
  };
}
