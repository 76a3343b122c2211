import type { TestApi } from '../support/api.js';
import { naming, otherOffices, standard, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { proposalOf } from '../support/proposal.js';
import { accepted, FINANZIARIA, givenAuthorised, refused } from '../support/story.js';

interface Inbox {
  readonly items: readonly { readonly action: string; readonly shareId: string }[];
  readonly approvals: readonly { readonly streamId: string; readonly subject: string }[];
  readonly returned: readonly { readonly streamId: string }[];
  readonly evaluations: readonly { readonly evaluationId: string }[];
  readonly premiumRuns: readonly { readonly runId: string; readonly nextAct: string }[];
}

const TODAY = '2022-05-20';
const PROPOSAL = '/api/v1/objectives/2022-1.1.9/proposal';

describe('the inbox of offices that the workflow file names', () => {
  let api: TestApi;
  let last: string | undefined;
  beforeAll(async () => {
    api = await startWithOtherOffices(naming('assign', ['vicesegretario']), `${TODAY}T08:00:00.000Z`);
    for (const one of ['vicesegretario', 'personale', 'giunta', 'revisore', 'nucleo'] as const) await api.as(one);
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object = {}) => {
    const answer = await (await api.as(who)).command(path, body);
    last = (answer.body as { position?: string } | undefined)?.position ?? last;
    return answer;
  };
  const inboxOf = async (who: Person) => {
    const asked = last === undefined ? '/api/v1/inbox' : `/api/v1/inbox?minPosition=${last}`;
    const answer = await (await api.as(who)).get(asked);
    accepted(answer);
    return answer.body as Inbox;
  };
  /** Who of these has something of that kind to do on the finanziaria's share. */
  const whoHas = async (action: string, ...people: readonly Person[]) => {
    const found: Person[] = [];
    for (const person of people) {
      const { items } = await inboxOf(person);
      if (items.some((one) => one.action === action && one.shareId === '1.1.1-finanziaria')) found.push(person);
    }
    return found;
  };
  const whoHasRun = async (...people: readonly Person[]) => {
    const found: string[] = [];
    for (const person of people) {
      const { premiumRuns } = await inboxOf(person);
      found.push(...premiumRuns.map(({ nextAct }) => `${person} ${nextAct}`));
    }
    return found;
  };

  it('given an office that assigns, then it finds what is to be assigned whatever its role, and whose role it was does not', async () => {
    expect(await whoHas('assign', 'vicesegretario', 'segretario-generale', 'personale')).toEqual(['vicesegretario']);
    const assignment = { office: 'finanziaria' };
    expect(refused(await send('segretario-generale', `${FINANZIARIA}/assignment`, assignment))).toBe(
      '403 lifecycle/not-yours',
    );
    accepted(await send('vicesegretario', `${FINANZIARIA}/assignment`, assignment));
    expect(await whoHas('assign', 'vicesegretario')).toEqual([]);
  });

  it('given an urgent suspension, then all who may suspend find it to be ratified', async () => {
    accepted(await send('finanziaria', `${FINANZIARIA}/acknowledgement`));
    accepted(
      await send('segretario-generale', `${FINANZIARIA}/suspension`, { reason: 'sede inagibile', until: TODAY }),
    );
    const asked = ['segretario-generale', 'giunta', 'vicesegretario', 'finanziaria'] as const;
    expect(await whoHas('ratify-suspension', ...asked)).toEqual(['segretario-generale', 'giunta']);
    accepted(await send('vicesegretario', `${FINANZIARIA}/resumption`, { reason: 'agibile' }));
  });

  it('given offices that propose and judge, then a proposal is found by who judges it, and by who proposed once it came back', async () => {
    const judging = async (...people: readonly Person[]) => {
      const found: Person[] = [];
      for (const person of people) {
        const { approvals } = await inboxOf(person);
        if (approvals.some(({ streamId }) => streamId === '2022-1.1.9')) found.push(person);
      }
      return found;
    };
    const asked = ['giunta', 'revisore', 'segretario-generale', 'nucleo', 'vicesegretario'] as const;
    accepted(await send('vicesegretario', PROPOSAL, proposalOf('1.1.9', 'Sportello unico')));
    expect(await judging(...asked)).toEqual(['giunta']);
    accepted(await send('giunta', `${PROPOSAL}/validation`, { waiver: 'primo anno: nessun confronto' }));
    expect(await judging(...asked)).toEqual(['revisore']);
    accepted(await send('revisore', `${PROPOSAL}/return`, { points: ['manca la spesa'] }));
    expect((await inboxOf('vicesegretario')).returned).toMatchObject([{ streamId: '2022-1.1.9' }]);
    expect((await inboxOf('finanziaria')).returned).toEqual([]);
  });

  it('given an office that liquidates, then it finds the run once it is authorised; not who is paid by it, nor who did by role', async () => {
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    accepted(await send('finanziaria', `${FINANZIARIA}/rendicontazione`, { measurements, selfDegree: '90', note: '' }));
    accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
    accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree: '90', reason: 'Come misurato' }));
    const run = { planId: '2022', runId: 'aree-2022', scope: { kind: 'areas' }, fund: '600.00' };
    const asked = ['personale', 'vicesegretario', 'finanziaria', 'giunta'] as const;
    accepted(await send('personale', '/api/v1/premium-runs', run));
    expect(await whoHasRun(...asked)).toEqual(['personale propose']);
    last = await givenAuthorised(api, 'aree-2022', { date: '2022-05-20' });
    expect(await whoHasRun(...asked)).toEqual(['vicesegretario liquidate']);
    accepted(await send('vicesegretario', '/api/v1/premium-runs/aree-2022/liquidation'));
    expect(await whoHasRun(...asked)).toEqual([]);
  });

  it('given what was paid and is judged anew, then who computes runs finds it to be adjusted, then the run in its place', async () => {
    const paid = async () => (await api.engine.load('objective', '2022-1.1.1'))?.state.shares[0]?.premium ?? null;
    while ((await paid()) === null) await new Promise((resolve) => setImmediate(resolve));
    const act = { kind: 'determina', number: '9', date: TODAY };
    accepted(await send('segretario-generale', `${FINANZIARIA}/reopening`, { reason: 'riconteggio', act }));
    accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
    expect(await whoHas('score', 'nucleo', 'vicesegretario')).toEqual(['nucleo']);
    accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree: '80', reason: 'Riconteggio' }));
    const asked = ['personale', 'finanziaria', 'vicesegretario'] as const;
    expect(await whoHas('adjust-premium', ...asked)).toEqual(['personale']);
    const run = accepted(await send('personale', `${FINANZIARIA}/premium-adjustment`, { amount: '300.00' }));
    expect(await whoHas('adjust-premium', ...asked)).toEqual([]);
    expect(await whoHasRun(...asked)).toEqual(['personale propose']);
    const runId = String(run['runId']);
    last = await givenAuthorised(api, runId, { date: TODAY });
    expect(await whoHasRun(...asked)).toEqual(['vicesegretario liquidate']);
    accepted(await send('personale', `/api/v1/premium-runs/${runId}/withdrawal`, { reason: 'refuso', act }));
    expect(await whoHas('adjust-premium', ...asked)).toEqual(['personale']);
  });

  it('given an office that conducts evaluations, then it finds those that wait for that, and whose role it was does not', async () => {
    const later = {
      ...naming('assign', ['vicesegretario']),
      version: otherOffices.version + 1,
      evaluations: { ...standard.evaluations, conductors: [{ office: 'vicesegretario' }] },
      chains: { ...otherOffices.chains, evaluation: standard.chains.evaluation },
    };
    accepted(await api.operator.command('/api/v1/workflows', { source: JSON.stringify(later) }));
    const { accounts } = accepted(await (await api.as('amministratrice')).get('/api/v1/accounts')) as {
      accounts: { id: string; user: string }[];
    };
    const idOf = (user: Person) => String(accounts.find((account) => account.user === user)?.id);
    const evaluator = { person: idOf('nucleo'), office: 'nucleo' };
    accepted(
      await send('vicesegretario', '/api/v1/evaluations', { planId: '2022', person: idOf('finanziaria'), evaluator }),
    );
    const one = `/api/v1/evaluations/2022-${idOf('finanziaria')}`;
    accepted(await send('nucleo', `${one}/proposal`, { behaviours: '80' }));
    expect((await inboxOf('vicesegretario')).evaluations).toMatchObject([
      { evaluationId: one.slice(one.lastIndexOf('/') + 1) },
    ]);
    expect((await inboxOf('personale')).evaluations).toEqual([]);
    expect((await inboxOf('segretario-generale')).evaluations).toEqual([]);
  });
});
