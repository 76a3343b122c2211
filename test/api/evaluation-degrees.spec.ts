import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, POLIZIA, refused } from '../support/story.js';

const act = (number: string) => ({ kind: 'DGC', number, date: '2022-05-20' });
const report = { measurements: [{ indicatorId: '1.1.1-i1', value: '85%' }], selfDegree: '90', note: 'Fatto' };

describe('an evaluation whose share is judged anew after the receipt', () => {
  let api: TestApi;
  let evaluation: string;
  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  const does = (who: Person, what: string, body?: object) => send(who, `${evaluation}/${what}`, body);

  async function judged(degree: string, number: string): Promise<Record<string, unknown>> {
    const approval = `${FINANZIARIA}/rendicontazione/approval`;
    accepted(await send('segretario-generale', approval, { step: 'verifica' }));
    accepted(await send('nucleo', approval, { step: 'certificazione' }));
    accepted(await send('giunta', approval, { step: 'presa-d-atto', act: act(number) }));
    return accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree, reason: 'Come misurato' }));
  }

  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    for (const one of ['nucleo', 'giunta'] as const) await api.as(one);
    const { accounts } = accepted(await (await api.as('amministratrice')).get('/api/v1/accounts')) as {
      accounts: { id: string; user: string }[];
    };
    const idOf = (user: string) => String(accounts.find((account) => account.user === user)?.id);
    const person = idOf('finanziaria');
    evaluation = `/api/v1/evaluations/2022-${person}`;
    const evaluator = { person: idOf('nucleo'), office: 'nucleo' };
    accepted(await send('segretario-generale', '/api/v1/evaluations', { planId: '2022', person, evaluator }));
    accepted(await send('finanziaria', `${FINANZIARIA}/rendicontazione`, report));
    await judged('85', '40');
    accepted(await does('nucleo', 'proposal', { behaviours: '80' }));
    const receipt = { of: 'proposal', receivedOn: '2022-05-20', proof: 'prot. 512' };
    accepted(await does('segretario-generale', 'receipts', receipt));
    accepted(await does('finanziaria', 'observations', { text: 'Due mesi senza personale' }));
  });
  afterAll(() => api.close());

  const SHARE = { objectiveId: '2022-1.1.1', shareId: '1.1.1-finanziaria' };
  const inboxOf = async (who: Person) =>
    (
      accepted(await (await api.as(who)).get('/api/v1/inbox')) as {
        evaluations: { awaits: { action: string }[] }[];
      }
    ).evaluations.flatMap(({ awaits }) => awaits.map(({ action }) => action));
  const sees = async (position: unknown) =>
    accepted(await (await api.as('nucleo')).get(`${evaluation}?minPosition=${String(position)}`));

  it('given another degree, then nobody judges by the old one, it is told, and it is proposed anew by the one of now', async () => {
    const reopened = accepted(
      await send('segretario-generale', `${FINANZIARIA}/reopening`, { reason: 'riconteggio', act: act('41') }),
    );
    expect(await sees(reopened['position'])).toMatchObject({
      changed: [SHARE.shareId],
      awaits: [],
      awaitsCertification: [SHARE],
      grounds: { changes: [{ ...SHARE, before: { weight: '40', degree: '85' }, now: { degree: null } }] },
    });
    expect(await inboxOf('nucleo')).toEqual([]);
    expect(await inboxOf('finanziaria')).toEqual([]);
    const judgement = { behaviours: '80', reason: 'Come proposto' };
    expect(refused(await does('nucleo', 'judgement', judgement))).toBe('409 evaluation/degrees-changed');
    expect(refused(await does('nucleo', 'proposal', { behaviours: '80', note: 'Riconteggio' }))).toBe(
      '409 evaluation/not-certified',
    );
    const { position } = await judged('60', '42');
    const answer = await does('nucleo', 'judgement', judgement);
    expect(refused(answer)).toBe('409 evaluation/degrees-changed');
    expect(answer.body).toMatchObject({ facts: { share: '1.1.1-finanziaria' } });
    expect(await sees(position)).toMatchObject({
      changed: ['1.1.1-finanziaria'],
      awaits: [{ action: 'propose', due: true }],
      awaitsCertification: [],
      score: { results: '85' },
    });
    expect(await inboxOf('nucleo')).toEqual(['propose']);

    expect(refused(await does('nucleo', 'proposal', { behaviours: '80' }))).toBe('422 value/text-missing');
    const anew = accepted(await does('nucleo', 'proposal', { behaviours: '80', note: 'Riconteggio' }));
    expect(await sees(anew['position'])).toMatchObject({
      status: 'proposed',
      changed: [],
      score: { results: '60', total: '68' },
      observationsUntil: null,
      grounds: {
        said: [{ what: 'proposed' }, { what: 'received' }, { what: 'observed' }, { text: 'Riconteggio', anew: true }],
      },
    });
    expect(refused(await does('segretario-generale', 'withdrawal', { reason: 'Annullata' }))).toBe(
      '409 evaluation/not-now',
    );
  });

  it('given a share that is handed to the person’s office since, then nobody judges without it, and it is told', async () => {
    const receipt = { of: 'proposal', receivedOn: '2022-05-20', proof: 'prot. 513' };
    accepted(await does('segretario-generale', 'receipts', receipt));
    accepted(await does('finanziaria', 'observations', { text: 'Come sopra' }));
    await givenAcknowledged(api, POLIZIA, 'polizia-locale');
    const { position } = accepted(
      await send('segretario-generale', `${POLIZIA}/assignment`, { office: 'finanziaria', from: '2022-05-20' }),
    );

    const answer = await does('nucleo', 'judgement', { behaviours: '80', reason: 'Come proposto' });
    expect(refused(answer)).toBe('409 evaluation/shares-changed');
    expect(answer.body).toMatchObject({
      facts: { share: '1.1.1-polizia-locale', uncertified: '1.1.1-polizia-locale' },
      detail: expect.stringMatching(/Prima va certificato il grado di 1\.1\.1 \(Polizia locale\)\.$/),
    });
    expect(await sees(position)).toMatchObject({
      changed: ['1.1.1-polizia-locale'],
      awaits: [],
      awaitsCertification: [{ objectiveId: '2022-1.1.1', shareId: '1.1.1-polizia-locale' }],
      grounds: { changes: [{ before: null, now: { degree: null } }] },
    });
    expect(refused(await does('nucleo', 'proposal', { behaviours: '80', note: 'Quota avuta' }))).toBe(
      '409 evaluation/not-certified',
    );
  });
});
