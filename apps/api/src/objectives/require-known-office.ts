import type { Auth } from '#auth';
import type { Engine } from '#engine';
import { registryOf } from '../body/registry.js';
import { Refusal } from '../http/refusal.js';

/**
 * A share goes to an office that somebody knows: the plan, the body's register, or an account. A slip of the pen would
 * otherwise send it where nobody reads.
 *
 * @param objectiveId  `2022-20.4.1a`: begins with the plan's id
 * @throws Refusal `objective/unknown-office`
 */
export async function requireKnownOffice(
  engine: Engine,
  auth: Auth,
  objectiveId: string,
  office: string,
): Promise<void> {
  const plan = await engine.load('plan', objectiveId.slice(0, objectiveId.indexOf('-')));
  if (plan?.state.document?.areas.some(({ id }) => id === office)) return;
  if ((await registryOf(engine))?.state.offices.some(({ id }) => id === office)) return;
  if ((await auth.accounts()).some((account) => account.office === office)) return;
  throw new Refusal('objective/unknown-office', { office });
}
