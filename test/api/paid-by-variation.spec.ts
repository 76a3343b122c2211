import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce } from '../support/story.js';

const move = { kind: 'move-deadline', objectiveId: '2022-1.1.1', deadlineId: '1.1.1-d1', to: '2022-09-30' };
const decree = { kind: 'decreto', number: '7', date: '2022-01-01' };
const approved = (step: string) => ({ step, outcome: 'approve' });

describe('a share for whose days the Segretario is paid, who has left its office', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    await api.as('vicesegretario'); // makes the account
    for (const [office, roles, from, to] of [
      ['finanziaria', ['responsabile'], '2022-01-01', '2022-03-31'],
      ['segretario-generale', ['segretario'], '2022-01-01', null],
    ] as const)
      accepted(
        await send('amministratrice', '/api/v1/organisation/tenures', {
          person: 'segretario-generale',
          office,
          roles,
          from,
          to,
          act: decree,
        }),
      );
    const asked = { planId: '2022', reason: 'La gara è andata deserta', changes: [move] };
    accepted(await send('finanziaria', '/api/v1/variations', asked));
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);

  it('given a variation, then their substitute gives the opinion, and the proof tells whose the days are', async () => {
    const steps = '/api/v1/variations/2022-1/steps';
    expect(await send('segretario-generale', steps, approved('parere-segretario'))).toMatchObject({
      status: 403,
      body: { code: 'approval/own-report', facts: { rule: 'beneficiary', approver: 'vicesegretario' } },
    });
    const { position } = accepted(await send('vicesegretario', steps, approved('parere-segretario')));
    const path = `/api/v1/separation-checks?subject=variation&minPosition=${String(position)}`;
    const { checks, violations } = accepted(await (await api.as('revisore')).get(path));
    expect(violations).toBe(0);
    expect(checks).toContainEqual(
      expect.objectContaining({
        step: 'parere-segretario',
        office: 'vicesegretario',
        rule: 'beneficiary',
        credited: ['finanziaria'],
      }),
    );
  });

  it('given a removal by an act of its own, then it is refused, with who could', async () => {
    await api.as('giunta'); // somebody holds it
    const removal = {
      cause: 'force-majeure',
      note: 'alluvione',
      act: { kind: 'DGC', number: '60', date: '2022-05-20' },
      opinion: {
        favourable: true,
        note: 'nessuno poteva evitarlo',
        on: '2022-05-19',
        document: { kind: 'verbale', number: '4', date: '2022-05-19' },
      },
      weight: 'neutralise',
    };
    expect(await send('segretario-generale', `${FINANZIARIA}/removal?dryRun=true`, removal)).toMatchObject({
      status: 403,
      body: { code: 'lifecycle/own-share', facts: { rule: 'beneficiary' }, whoCould: { offices: ['giunta'] } },
    });
  });
});
