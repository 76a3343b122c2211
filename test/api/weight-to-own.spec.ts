import { smallPlan } from '../support/small-plan.js';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, givenAcknowledged, givenInForce, POLIZIA } from '../support/story.js';

const [first] = smallPlan.objectives;
if (first === undefined) throw new Error('The small plan has no objectives');
const [, police] = first.shares;
if (police === undefined) throw new Error('Its first objective is of one area');
const OTHER = '/api/v1/objectives/2022-1.1.9/shares/1.1.9-polizia-locale';
/** The area has a second share, which weighs half of the first. */
const document = {
  ...smallPlan,
  objectives: [
    ...smallPlan.objectives,
    {
      ...first,
      id: '1.1.9',
      number: '9',
      title: 'Vigilanza',
      shares: [{ ...police, id: '1.1.9-polizia-locale', weight: '10' }],
      indicators: [],
      deadlines: [
        { id: 'd1', shareIds: ['1.1.9-polizia-locale'], text: '', kind: 'horizon', on: '2022-12-31' } as const,
      ],
    },
  ],
};

describe('a removal by an act of its own whose weight goes to a share of who decides it', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api, undefined, document);
    await givenAcknowledged(api, POLIZIA, 'polizia-locale');
    accepted(await (await api.as('vicesegretario')).command(`${OTHER}/assignment`, { office: 'segretario-generale' }));
  });
  afterAll(() => api.close());

  const removal = (weight: string) => ({
    cause: 'force-majeure',
    note: 'alluvione',
    act: { kind: 'DGC', number: '60', date: '2022-02-10' },
    opinion: {
      favourable: true,
      note: 'nessuno poteva evitarlo',
      on: '2022-02-08',
      document: { kind: 'verbale', number: '4', date: '2022-02-08' },
    },
    weight,
  });
  const asked = async (who: Person, weight: string) =>
    (await api.as(who)).command(`${POLIZIA}/removal?dryRun=true`, removal(weight));

  it('given the office that has it, then it is refused, with why and who could, and without redistribution it is not', async () => {
    await api.as('giunta'); // somebody holds it
    expect(await asked('segretario-generale', 'redistribute')).toMatchObject({
      status: 403,
      body: {
        code: 'lifecycle/own-share',
        facts: { rule: 'own-office', bears: 1 },
        whoCould: { offices: ['giunta'] },
      },
    });
    expect(accepted(await asked('segretario-generale', 'neutralise'))).toMatchObject({ dryRun: true });
  });

  it('given somebody else, then they decide it, and the proof tells who bears the weight', async () => {
    const done = accepted(await (await api.as('giunta')).command(`${POLIZIA}/removal`, removal('redistribute')));
    const address = `/api/v1/separation-checks?plan=2022&minPosition=${String(done['position'])}`;
    const { checks, violations } = accepted(await (await api.as('revisore')).get(address));
    expect(violations).toBe(0);
    expect(checks).toContainEqual(
      expect.objectContaining({
        step: 'remove',
        office: 'giunta',
        offices: ['polizia-locale', 'segretario-generale'],
        verdict: 'ok',
      }),
    );
  });
});
