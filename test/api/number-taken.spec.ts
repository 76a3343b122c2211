import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { proposalOf } from '../support/proposal.js';
import { accepted, refused } from '../support/story.js';
import { writtenPlan } from '../support/written-plan.js';

const waived = { waiver: 'primo anno: nessun confronto' };
const ID = '2022-1.1.2';
const APPROVAL = `objective~${ID}~objective`;
const path = `/api/v1/objectives/${ID}/proposal`;
/** Without the objective whose number somebody has proposed, and its area's. */
const without = writtenPlan.replace(
  /^2\tStrade sicure.*$/m,
  '3\tPattuglie\tPolizia locale\tRelazione entro il 31/10/2022\t60\t',
);

describe('a draft of the plan that takes the number of a proposal for something else', () => {
  let api: TestApi;
  let last: unknown;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    await on('2022-01-11');
  });
  afterAll(() => api.close());

  const on = async (day: string) =>
    accepted(await api.operator.command('/api/v1/clock', { now: `${day}T08:00:00.000Z` }));
  const kept = <T extends { status: number; body: unknown }>(answer: T): T => {
    if (answer.status < 300) last = (answer.body as { position: unknown }).position;
    return answer;
  };
  const send = async (who: Person, to: string, body: object) => kept(await (await api.as(who)).command(to, body));
  const draft = async (text: string) =>
    kept(await api.operator.command('/api/v1/plans', { text, acceptProposals: true }));
  const seen = async (of: string) =>
    accepted(
      await (await api.as('finanziaria')).get(`/api/v1${of}${of.includes('?') ? '&' : '?'}minPosition=${String(last)}`),
    );
  const proposal = async () => {
    const { proposals } = (await seen('/proposals')) as unknown as { proposals: readonly { objectiveId: string }[] };
    return proposals.find(({ objectiveId }) => objectiveId === ID);
  };

  it('given one that is judged, when a corrected draft has the number no more, then it is judged on as it was, by a term that begins anew', async () => {
    accepted(await send('finanziaria', path, proposalOf('1.1.2', 'Sportello unico')));
    accepted(await send('segretario-generale', `${path}/validation`, { step: 'coerenza', ...waived }));
    const before = await seen(`/approvals/${APPROVAL}`);
    accepted(await draft(writtenPlan));
    expect(await seen(`/approvals/${APPROVAL}`)).toMatchObject({ status: 'withdrawn' });
    expect(await proposal()).toBeUndefined();
    expect(await seen(`/objectives/${ID}`)).toMatchObject({ title: 'Strade sicure', status: 'defined' });
    await on('2022-03-14');
    accepted(await draft(without));
    expect(await proposal()).toMatchObject({
      status: 'proposed',
      title: 'Sportello unico',
      awaited: { step: 'misurabilita' },
    });
    const { waiting, ...after } = await seen(`/approvals/${APPROVAL}`);
    const { waiting: waited, ...same } = before;
    expect(after).toEqual({ ...same, revision: 5, recordedAt: '2022-03-14T08:00:00.000Z' });
    const anew = { since: '2022-03-14T08:00:00.000Z', until: '2022-04-04', next: { do: 'remind', on: '2022-04-05' } };
    expect(waiting).toEqual({ ...(waited as object), ...anew });
    // no alarm of the days on which nobody could speak
    await on('2022-03-15');
    expect(await proposal()).toMatchObject({ status: 'proposed' });
    expect(refused(await send('finanziaria', path, proposalOf('1.1.2', 'Sportello unico')))).toBe(
      '409 lifecycle/not-allowed',
    );
    accepted(await send('nucleo', `${path}/validation`, { step: 'misurabilita', ...waived }));
    expect(await proposal()).toMatchObject({ status: 'validated' });
  });
});
