import { clientOf } from '../../support/client.js';
import { PASSWORD } from '../../support/people.js';
import { until } from './until.js';

export interface Told {
  readonly type: string;
  readonly actor: { readonly office: string };
  readonly objectiveId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the audit trail says, as an auditor asks it over HTTP once all of the log is told; newest first. */
export async function auditTrail(
  address: string,
  filters: Readonly<Record<string, string>>,
  { user, password }: { readonly user: string; readonly password: string } = { user: 'revisore', password: PASSWORD },
): Promise<readonly Told[]> {
  const signedIn = await clientOf(() => address).post('/api/v1/sessions', { user, password });
  const { token } = signedIn.body as { readonly token: string };
  const auditor = clientOf(() => address, token);
  // the page says that an act is done before the tables tell it
  await until('everything is told', async () => {
    const { body: clock } = await auditor.get('/api/v1/clock?settled=true');
    return (clock as { readonly settled?: boolean }).settled === true ? true : undefined;
  });
  const answer = await auditor.get(
    `/api/v1/audit-trail?${new URLSearchParams({ limit: '500', ...filters }).toString()}`,
  );
  if (answer.status !== 200) throw new Error(`The audit trail is not told: ${JSON.stringify(answer.body)}`);
  return (answer.body as { readonly events: readonly Told[] }).events;
}
