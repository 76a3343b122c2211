import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { proposalOf } from '../support/proposal.js';
import { accepted, refused } from '../support/story.js';
import { writtenPlan } from '../support/written-plan.js';

const path = '/api/v1/objectives/2022-1.1.1/proposal';
const waived = { waiver: 'primo anno: nessun confronto' };

describe('a plan that has what was proposed', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-01-12T08:00:00.000Z' }));
  });
  afterAll(() => api.close());

  const send = async (who: Person, to: string, body: object) => (await api.as(who)).command(to, body);

  it('given an act of a day before that was validated, then it does not approve it; of that day it does', async () => {
    accepted(await send('finanziaria', path, proposalOf('1.1.1', 'Pagamenti in linea')));
    accepted(await send('segretario-generale', `${path}/validation`, { step: 'coerenza', ...waived }));
    accepted(await send('nucleo', `${path}/validation`, { step: 'misurabilita', ...waived }));
    accepted(await api.operator.command('/api/v1/plans', { text: writtenPlan, acceptProposals: true }));
    const approval = (date: string, query = '') =>
      send('segretario-generale', `/api/v1/plans/2022/approval${query}`, { act: { kind: 'DGC', number: '10', date } });
    for (const query of ['?dryRun=true', '', '?occurredOn=2022-01-12']) {
      const early = await approval('2022-01-10', query);
      expect(refused(early)).toBe('422 plan/validated-after-act');
      expect(early.body).toMatchObject({
        facts: { objective: '1.1.1', title: 'Pagamenti in linea', value: '2022-01-10', min: '2022-01-12' },
        detail: expect.stringContaining('«Pagamenti in linea» fu validata il 12 gennaio') as string,
      });
    }
    accepted(await approval('2022-01-12'));
  });
});
