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
  const draft = async (text: string, more: { readonly knowingly?: true } = {}) =>
    kept(await api.operator.command('/api/v1/plans', { text, acceptProposals: true, ...more }));
  const read = async (text: string) =>
    (await api.operator.post('/api/v1/plans?dryRun=true', { text, acceptProposals: true })).body as {
      remarks: readonly string[];
      refusal: object | null;
      warnings: readonly { code: string; detail: string }[];
    };
  const seen = async (of: string) =>
    accepted(
      await (await api.as('finanziaria')).get(`/api/v1${of}${of.includes('?') ? '&' : '?'}minPosition=${String(last)}`),
    );
  const proposal = async () => {
    const { proposals = [] } = (await seen('/proposals')) as { proposals?: readonly { objectiveId: string }[] };
    return proposals.find(({ objectiveId }) => objectiveId === ID);
  };

  it('given one that is judged, when a corrected draft has the number no more, then it is judged on as it was, by a term that begins anew', async () => {
    accepted(await send('finanziaria', path, proposalOf('1.1.2', 'Sportello unico')));
    accepted(await send('segretario-generale', `${path}/validation`, { step: 'coerenza', ...waived }));
    const before = await seen(`/approvals/${APPROVAL}`);
    const detail = expect.stringMatching(
      /numero 1\.1\.2.*«Sportello unico» di Area Finanziaria, nello stato «proposto»/,
    ) as string;
    const facts = { objective: '1.1.2', title: 'Sportello unico', office: 'finanziaria', state: 'proposed' };
    const stopped = await draft(writtenPlan);
    expect(refused(stopped)).toBe('409 plan/number-proposed');
    expect(stopped.body).toMatchObject({ detail });
    const dry = await read(writtenPlan);
    expect(dry).toMatchObject({ refusal: { code: 'plan/number-proposed', facts } });
    expect(dry.warnings).toMatchObject([{ code: 'plan/number-proposed', facts }]);
    expect(dry.remarks).toContain(dry.warnings[0]?.detail);
    expect(await proposal()).toMatchObject({ status: 'proposed' });
    expect(accepted(await draft(writtenPlan, { knowingly: true }))['warnings']).toEqual(dry.warnings);
    // the draft has it by now: nothing is asked again
    expect(accepted(await draft(writtenPlan))['warnings']).toEqual([]);
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

  it('given a document that has what was proposed, then it enters as the plan says it, and it is told what differs and that nobody validated it', async () => {
    const other = proposalOf('1.1.4', 'Sportello casa');
    accepted(await send('finanziaria', '/api/v1/objectives/2022-1.1.4/proposal', other));
    const line = '4\tSportello casa\tFinanziaria\tPratiche in 10 giorni entro il 28/10/2022\t2,5\t';
    const text = `${without.replace('\t60\t\n', '\t57,5\t\n')}\n${line}`;
    const { refusal, warnings } = await read(text);
    expect(refusal).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(['plan/proposal-otherwise', 'plan/proposal-not-validated']);
    expect(warnings[0]?.detail).toContain('diversi gli indicatori');
    expect(accepted(await draft(text))['warnings']).toEqual(warnings);
    expect(await seen('/objectives/2022-1.1.4')).toMatchObject({ title: 'Sportello casa', status: 'defined' });
  });
});
