import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { proposalOf } from '../support/proposal.js';
import { accepted, givenInForce, refused } from '../support/story.js';

const at = (id: string) => `/api/v1/objectives/${id}/proposal`;
const waived = { waiver: 'primo anno: nessun confronto' };

describe('by which way a proposal comes into its plan', () => {
  let api: TestApi;
  let last: unknown;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    await on('2022-01-11');
  });
  afterAll(() => api.close());

  const on = async (day: string) =>
    accepted(await api.operator.command('/api/v1/clock', { now: `${day}T08:00:00.000Z` }));
  const send = async (who: Person, path: string, body: object) => {
    const answer = await (await api.as(who)).command(path, body);
    if (answer.status < 300) last = (answer.body as { position: unknown }).position;
    return answer;
  };
  const listed = async () => {
    const answer = await (await api.as('finanziaria')).get(`/api/v1/proposals?minPosition=${String(last)}`);
    return (accepted(answer) as { proposals: readonly { objectiveId: string; way: unknown; noWay: unknown }[] })
      .proposals;
  };
  const wayOf = async (id: string) => {
    const found = (await listed()).find(({ objectiveId }) => objectiveId === id);
    return [found?.way, found?.noWay];
  };

  it('given a year whose plan nobody has drafted, then it comes with the draft, and is judged meanwhile', async () => {
    accepted(await send('finanziaria', at('2022-9.1.1'), proposalOf('9.1.1', 'Sportello unico')));
    expect(await wayOf('2022-9.1.1')).toEqual(['plan', null]);
    accepted(await send('segretario-generale', `${at('2022-9.1.1')}/validation`, { step: 'coerenza', ...waived }));
  });

  it('given that the plan was approved without its mission, then nobody agrees to it, the list says why, and it may be returned', async () => {
    await givenInForce(api);
    const step = { step: 'misurabilita' };
    const agreed = await send('nucleo', `${at('2022-9.1.1')}/validation`, { ...step, ...waived });
    expect(refused(agreed)).toBe('422 plan/unknown-mission');
    const outcomes = '/api/v1/approvals/objective~2022-9.1.1~objective/outcomes';
    const effect = { ...step, outcome: 'approve', effect: 'full', note: waived.waiver };
    expect(refused(await send('nucleo', outcomes, effect))).toBe('422 approval/effect-not-asked');
    const voted = await send('nucleo', outcomes, { ...step, outcome: 'approve', note: waived.waiver });
    expect(refused(voted)).toBe('422 plan/unknown-mission');
    const detail = expect.stringMatching(/9\.1.*una variazione non aggiunge/) as string;
    expect(await wayOf('2022-9.1.1')).toEqual([null, { code: 'plan/unknown-mission', detail }]);
    accepted(await send('nucleo', outcomes, { ...step, outcome: 'return', points: ['missione del piano'] }));
    // under the mission of the plan it has another number: here it would never be the same as there
    const moved = { ...proposalOf('9.1.1', 'Sportello unico'), mission: 1 };
    expect(refused(await send('finanziaria', at('2022-9.1.1'), moved))).toBe('422 proposal/number-elsewhere');
    accepted(await send('finanziaria', at('2022-1.1.9'), proposalOf('1.1.9', 'Sportello unico')));
    expect(await wayOf('2022-1.1.9')).toEqual(['variation', null]);
  });

  it('given a plan that is there, then a proposal of another mission or area is refused at once', async () => {
    const elsewhere = proposalOf('1.9.1', 'Sportello tributi');
    expect(refused(await send('finanziaria', at('2022-1.9.1'), elsewhere))).toBe('422 plan/unknown-mission');
    const proposal = proposalOf('1.1.8', 'Sportello tributi');
    const shares = [...proposal.shares, { id: '1.1.8-ignota', areaId: 'ignota', weight: '1' }];
    expect(refused(await send('finanziaria', at('2022-1.1.8'), { ...proposal, shares }))).toBe('422 plan/unknown-area');
  });

  it('given a number that a proposal has, then no variation gives it to another objective, and its own does add it', async () => {
    const added = {
      mission: 1,
      strategicObjective: 1,
      number: '6',
      title: 'Tutto altro',
      shares: [{ areaId: 'polizia-locale', weight: '2.5' }],
      indicators: [{ text: 'Pattuglie, almeno 10' }],
      dueOn: '2022-10-28',
    };
    const other = { kind: 'add-objective', objective: added };
    const own = { kind: 'add-proposal', objectiveId: '2022-1.1.6' };
    const ask = (who: Person, change: object, query = '') =>
      send(who, `/api/v1/variations${query}`, { planId: '2022', reason: 'proposta validata', changes: [change] });
    expect(refused(await ask('finanziaria', own))).toBe('404 objective/not-defined');
    accepted(await send('finanziaria', at('2022-1.1.6'), proposalOf('1.1.6', 'Sportello casa')));
    for (const query of ['', '?dryRun=true']) {
      const answer = await ask('polizia-locale', other, query);
      expect(refused(answer)).toBe('409 variation/number-proposed');
      expect(answer.body).toMatchObject({
        detail: expect.stringMatching(/1\.1\.6.*«Sportello casa».*quando è validata/) as string,
      });
    }
    expect(refused(await ask('finanziaria', own))).toBe('409 variation/number-proposed');
    accepted(await send('segretario-generale', `${at('2022-1.1.6')}/validation`, { step: 'coerenza', ...waived }));
    accepted(await send('nucleo', `${at('2022-1.1.6')}/validation`, { step: 'misurabilita', ...waived }));
    expect(refused(await ask('polizia-locale', other))).toBe('409 variation/number-proposed');
    const early = await ask('finanziaria', own, '?occurredOn=2022-01-10');
    expect(refused(early)).toBe('422 value/before-its-fact');
    expect(early.body).toMatchObject({
      detail: expect.stringContaining('la validazione della proposta è dell’11 gennaio 2022') as string,
    });
    accepted(await ask('finanziaria', own));
    const whole = async () =>
      accepted(await (await api.as('nucleo')).get(`/api/v1/variations/2022-1?minPosition=${String(last)}`))['added'];
    const brought = { objectiveId: '2022-1.1.6', isProposal: true, approvalId: 'objective~2022-1.1.6~objective' };
    const proposed = { title: 'Sportello casa', horizon: '2022-12-31', shares: [{ weight: '2.5' }] };
    expect(await whole()).toMatchObject([{ ...brought, inPlan: false, proposed }]);
    // what they decide on is not taken from under them
    const withdrawal = `${at('2022-1.1.6')}/withdrawal`;
    for (const query of ['', '?dryRun=true']) {
      const kept = await send('finanziaria', `${withdrawal}${query}`, { reason: 'Non serve più' });
      expect(refused(kept)).toBe('409 proposal/under-variation');
      expect(kept.body).toMatchObject({
        detail: expect.stringMatching(
          /variazione 2022-1 .*prima la ritira l’ufficio che l’ha chiesta \(Finanziaria\)/,
        ) as string,
      });
    }
    expect((await listed()).find(({ objectiveId }) => objectiveId === '2022-1.1.6')).toMatchObject({
      variation: '2022-1',
      possible: expect.not.arrayContaining([expect.objectContaining({ verb: 'withdraw-proposal' })]) as unknown,
    });
    expect((await listed()).find(({ objectiveId }) => objectiveId === '2022-1.1.9')).toMatchObject({ variation: null });
    const step = (of: string, more = {}) => ({ step: of, outcome: 'approve', ...more });
    const path = '/api/v1/variations/2022-1/steps';
    accepted(await send('segretario-generale', path, step('parere-segretario')));
    accepted(await send('nucleo', path, step('parere-nucleo', { note: 'Nulla da osservare' })));
    const act = { kind: 'DGC', number: '61', date: '2022-01-11' };
    accepted(await send('giunta', path, step('deliberazione', { act })));
    const there = accepted(
      await (await api.as('finanziaria')).get(`/api/v1/objectives/2022-1.1.6?minPosition=${String(last)}`),
    );
    expect(await whole()).toMatchObject([{ ...brought, inPlan: true, proposed }]);
    expect(there).toMatchObject({ title: 'Sportello casa', status: 'assigned', shares: [{ weight: '2.5' }] });
  });

  it('given a proposal that its office takes back, then it is asked of nobody and another may have its number', async () => {
    const path = at('2022-1.1.5');
    accepted(await send('finanziaria', path, proposalOf('1.1.5', 'Sportello lavoro')));
    accepted(await send('segretario-generale', `${path}/validation`, { step: 'coerenza', ...waived }));
    const reason = { reason: 'Assorbita da un altro obiettivo' };
    const denied = await send('segretario-generale', `${path}/withdrawal`, reason);
    expect(refused(denied)).toBe('403 lifecycle/not-yours');
    expect(denied.body).toMatchObject({ detail: expect.stringContaining('Finanziaria') as string });
    const asked = accepted(await send('finanziaria', `${path}/withdrawal?dryRun=true`, reason));
    expect(asked['events']).toMatchObject([{ type: 'objective.proposal-withdrawn.v1', data: reason }]);
    accepted(await send('finanziaria', `${path}/withdrawal`, reason));
    expect((await listed()).map(({ objectiveId }) => objectiveId)).not.toContain('2022-1.1.5');
    const approval = async () =>
      accepted(
        await (
          await api.as('finanziaria')
        ).get(`/api/v1/approvals/objective~2022-1.1.5~objective?minPosition=${String(last)}`),
      );
    expect(await approval()).toMatchObject({
      status: 'withdrawn',
      waiting: null,
      withdrawal: { reason: expect.any(String) as string },
    });
    expect(refused(await send('finanziaria', `${path}/withdrawal`, reason))).toBe('404 objective/not-defined');
    accepted(await send('segretario-generale', path, proposalOf('1.1.5', 'Tutto altro')));
    expect(await approval()).toMatchObject({ status: 'open', title: 'Tutto altro', waiting: { step: 'coerenza' } });
    const { proposals } = accepted(
      await (await api.as('finanziaria')).get(`/api/v1/proposals?minPosition=${String(last)}`),
    ) as { proposals: readonly { objectiveId: string }[] };
    expect(proposals.find(({ objectiveId }) => objectiveId === '2022-1.1.5')).toMatchObject({
      office: 'segretario-generale',
      number: 1,
      possible: expect.arrayContaining([
        { verb: 'withdraw-proposal', who: [{ office: 'segretario-generale' }] },
      ]) as unknown,
    });
  });

  it('given the day after the last on which the plan may be varied, then there is no way any more', async () => {
    await on('2022-12-16');
    const late = await send('finanziaria', at('2022-1.1.7'), proposalOf('1.1.7', 'Sportello digitale'));
    expect(refused(late)).toBe('409 variation/after-cut-off');
    expect(await wayOf('2022-1.1.9')).toMatchObject([null, { code: 'variation/after-cut-off' }]);
  });
});
