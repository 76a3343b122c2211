import { randomUUID } from 'node:crypto';
import { romeDayOf, type LifecycleInForce, type PlanDocument } from '#domain';
import type { TestApi } from './api.js';
import type { HttpAnswer } from './client.js';
import type { Person } from './people.js';
import { smallPlan } from './small-plan.js';

const by = { id: 'lettore', office: 'amministratore' };

/**
 * The small plan in the log, with its objectives defined.
 *
 * @param workflow  that they keep; absent: the usual one
 */
export async function givenDrafted(
  { engine, store }: TestApi,
  workflow?: LifecycleInForce,
  document: PlanDocument = smallPlan,
): Promise<void> {
  const at = '2022-01-10T08:00:00.000Z';
  const surroundings = () => {
    const commandId = randomUUID();
    return { commandId, correlationId: commandId, causationId: commandId };
  };
  const governed = workflow && { workflow };
  const draft = { type: 'plan.draft', planId: '2022', document, ...governed, by, at } as const;
  await engine.execute('plan', '2022', draft, surroundings());
  // a drafted plan defines its objectives by and by
  let missing = document.objectives.length;
  const over = new AbortController();
  for await (const item of store.follow({ prefixes: ['objective-'], signal: over.signal })) {
    if (item.kind === 'event' && item.event.type === 'objective.defined.v1') missing -= 1;
    if (missing === 0) over.abort();
  }
}

/** …approved and in force. */
export async function givenInForce(
  api: TestApi,
  workflow?: LifecycleInForce,
  document: PlanDocument = smallPlan,
  kind = 'DGC',
): Promise<void> {
  await givenDrafted(api, workflow, document);
  const segretario = await api.as('segretario-generale');
  const act = { kind, number: '10', date: '2022-01-10' };
  accepted(await segretario.command('/api/v1/plans/2022/approval', { act }));
  accepted(await segretario.command('/api/v1/plans/2022/entry-into-force', { from: '2022-01-10' }));
}

/** What the shipped workflow demands of whoever proposes a run. */
export const RUN_DOCUMENTS = [
  { document: 'fondo', act: { kind: 'determina', number: '3', date: '2022-01-10' } },
  { document: 'contratto', act: { kind: 'CCDI', number: '1', date: '2022-01-10' } },
  { document: 'relazione', act: { kind: 'verbale', number: '2', date: '2022-01-10' } },
];

/**
 * A computed run goes through its chain. Up to which position.
 *
 * @param checks  who checks the accounts: the Segretario, where the run pays the finanziaria
 * @param signs  who signs: somebody else
 */
export async function givenAuthorised(
  api: TestApi,
  runId: string,
  {
    date = romeDayOf(new Date().toISOString()),
    checks = 'segretario-generale',
    signs = 'vicesegretario',
  }: { readonly date?: string; readonly checks?: Person; readonly signs?: Person } = {},
): Promise<string> {
  const act = { kind: 'determina', number: '7', date };
  const outcomes = `/api/v1/approvals/premium~${runId}~premium-run/outcomes`;
  const personale = await api.as('personale');
  accepted(await personale.command(`/api/v1/premium-runs/${runId}/proposal`, { documents: RUN_DOCUMENTS }));
  const checking = await api.as(checks);
  accepted(await checking.command(outcomes, { step: 'controllo', outcome: 'approve' }));
  const signing = await api.as(signs);
  const signed = accepted(await signing.command(outcomes, { step: 'liquidazione', outcome: 'approve', act }));
  return String(signed['position']);
}

export const FINANZIARIA = '/api/v1/objectives/2022-1.1.1/shares/1.1.1-finanziaria';
export const POLIZIA = '/api/v1/objectives/2022-1.1.1/shares/1.1.1-polizia-locale';
export const SEGRETARIO = '/api/v1/objectives/2022-1.1.2/shares/1.1.2-segretario-generale';

/** …and a share assigned to its office and acknowledged. */
export async function givenAcknowledged(api: TestApi, share: string, office: Office): Promise<void> {
  accepted(await (await api.as('segretario-generale')).command(`${share}/assignment`, { office }));
  accepted(await (await api.as(office)).command(`${share}/acknowledgement`));
}

export type Office = 'finanziaria' | 'polizia-locale' | 'segretario-generale';

/** The body of an answer that must be a success. */
export function accepted({ status, body }: HttpAnswer): Record<string, unknown> {
  if (status >= 300) throw new Error(`Refused with ${status}: ${JSON.stringify(body)}`);
  return body as Record<string, unknown>;
}

/** Status and code of an answer that must be a refusal. */
export function refused({ status, body }: HttpAnswer): string {
  const code = (body as { code?: unknown } | undefined)?.code;
  return `${status} ${typeof code === 'string' ? code : JSON.stringify(body)}`;
}
