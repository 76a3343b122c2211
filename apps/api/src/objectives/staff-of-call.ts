import { romeDayOf, type Instant, type Staff, type WorkflowDefinition } from '#domain';
import type { Call } from '../http/call.js';

/** Of whoever acts: the office and the roles of the session, which is all that a transition asks for. */
export function staffOfCall(
  { by, session }: Pick<Call<'suspend'>, 'by' | 'session'>,
  { offices }: WorkflowDefinition,
  now: Instant,
): Staff {
  const day = romeDayOf(now);
  const tenure = { person: by.id, office: by.office, roles: session.roles, from: day, to: null, act: null };
  return { day, offices, tenures: [tenure], delegations: [], beneficiaries: [] };
}
