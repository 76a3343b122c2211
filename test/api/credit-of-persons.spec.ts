import type { TestApi } from '../support/api.js';
import { otherOffices, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA } from '../support/story.js';

const RUN = '/api/v1/premium-runs/aree-2022';

interface Told {
  readonly person: string | null;
  readonly amount: string;
}

describe('an office whose head changed in mid-year', () => {
  let api: TestApi;
  let position = '0';
  beforeAll(async () => {
    api = await startWithOtherOffices(otherOffices);
    accepted(
      await send('segretario-generale', `${FINANZIARIA}/assignment`, { office: 'finanziaria', from: '2022-01-01' }),
    );
    accepted(await send('finanziaria', `${FINANZIARIA}/acknowledgement`));
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    accepted(await send('finanziaria', `${FINANZIARIA}/rendicontazione`, { measurements, selfDegree: '90', note: '' }));
    accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
    accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree: '90', reason: 'Come misurato' }));
    const run = { planId: '2022', runId: 'aree-2022', scope: { kind: 'areas' }, fund: '600.00' };
    accepted(await send('personale', '/api/v1/premium-runs', run));
    await api.as('vicesegretario'); // makes the account
    const act = { kind: 'decreto', number: '1', date: '2021-12-30' };
    const before = { office: 'finanziaria', roles: ['responsabile'], from: '2022-01-01', to: '2022-06-30', act };
    const taken = { person: 'vicesegretario', ...before };
    position = String(accepted(await send('segretario-generale', '/api/v1/organisation/tenures', taken))['position']);
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  const ask = async (path: string) => accepted(await (await api.as('revisore')).get(`${path}?minPosition=${position}`));

  async function idOf(user: Person): Promise<unknown> {
    const { tenures } = await ask('/api/v1/organisation');
    return (tenures as readonly { readonly user: string; readonly person: string }[]).find((one) => one.user === user)
      ?.person;
  }

  it('given who headed it until June, then the run tells the credit of either to the cent, and pays the office as before', async () => {
    const { entries } = (await ask(RUN)) as {
      readonly entries: readonly (Told & { readonly persons: readonly Told[]; readonly shareId: string })[];
    };
    const entry = entries.find(({ shareId }) => shareId === '1.1.1-finanziaria');
    const office = 'finanziaria';
    expect(entry).toMatchObject({
      amount: '360.00',
      credits: [],
      persons: [
        {
          person: await idOf('vicesegretario'),
          office,
          from: '2022-01-01',
          to: '2022-06-30',
          days: 181,
          amount: '178.52',
        },
        {
          person: await idOf('finanziaria'),
          office,
          from: '2022-07-01',
          to: '2022-12-31',
          days: 184,
          amount: '181.48',
        },
      ],
    });
  });

  it('given the objective, then it tells who answered for its share', async () => {
    const { shares } = (await ask('/api/v1/objectives/2022-1.1.1')) as {
      readonly shares: readonly { readonly shareId: string; readonly moves: object }[];
    };
    expect(shares.find(({ shareId }) => shareId === '1.1.1-finanziaria')?.moves).toMatchObject({
      holders: [{ office: 'finanziaria', days: 365 }],
      persons: [
        { person: await idOf('vicesegretario'), to: '2022-06-30', days: 181 },
        { person: await idOf('finanziaria'), from: '2022-07-01', days: 184 },
      ],
    });
    expect(shares.find(({ shareId }) => shareId !== '1.1.1-finanziaria')?.moves).toMatchObject({ persons: [] });
  });
});
