import { clientOf } from '../../support/client.js';
import { PASSWORD } from '../../support/people.js';

export interface Told {
  readonly type: string;
  readonly actor: { readonly office: string };
  readonly objectiveId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the audit trail says, as an auditor asks it over HTTP; newest first. */
export async function auditTrail(
  address: string,
  filters: Readonly<Record<string, string>>,
  { user, password }: { readonly user: string; readonly password: string } = { user: 'revisore', password: PASSWORD },
): Promise<readonly Told[]> {
  const signedIn = await clientOf(() => address).post('/api/v1/sessions', { user, password });
  const { token } = signedIn.body as { readonly token: string };
  const answer = await clientOf(() => address, token).get(
    `/api/v1/audit-trail?${new URLSearchParams({ limit: '500', ...filters }).toString()}`,
  );
  if (answer.status !== 200) throw new Error(`The audit trail is not told: ${JSON.stringify(answer.body)}`);
  return (answer.body as { readonly events: readonly Told[] }).events;
}
