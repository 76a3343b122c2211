import { romeDayOf } from '#domain';
import type { TestApi } from '../support/api.js';
import { otherOffices, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, POLIZIA, refused, SEGRETARIO } from '../support/story.js';

const today = romeDayOf(new Date().toISOString());
const DECREE = { kind: 'decreto', number: '5', date: today };
const CLOSING = { kind: 'determina', number: '61', date: today };
const OUTCOME = '/api/v1/objectives/2022-1.1.1';
const REMOVED = '/api/v1/objectives/2022-1.1.2';

const kinds = { 'make-definitive': [DECREE.kind], close: [CLOSING.kind] };
const byAct = {
  ...otherOffices,
  objective: {
    ...otherOffices.objective,
    transitions: otherOffices.objective.transitions.map((one) =>
      one.verb === 'make-definitive' || one.verb === 'close' ? { ...one, act: { kinds: kinds[one.verb] } } : one,
    ),
  },
};

describe('a body that makes outcomes definitive, and closes objectives, by act', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startWithOtherOffices(byAct);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    accepted(await send('finanziaria', `${FINANZIARIA}/rendicontazione`, { measurements, selfDegree: '90', note: '' }));
    accepted(await send('nucleo', `${FINANZIARIA}/rendicontazione/approval`, { step: 'controllo' }));
    accepted(await send('nucleo', `${FINANZIARIA}/score`, { degree: '90', reason: 'Come misurato' }));
    accepted(await send('giunta', `${SEGRETARIO}/removal`, removal));
  });
  afterAll(() => api.close());

  const removal = {
    cause: 'third-party',
    note: 'Il servizio è passato all’unione',
    act: { kind: 'DGC', number: '40', date: today },
    opinion: {
      favourable: true,
      note: 'La causa è esterna',
      on: today,
      document: { kind: 'verbale', number: '4', date: today },
    },
    weight: 'neutralise',
  };
  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  const told = async (path: string, since?: Record<string, unknown>) => {
    const least = since && `${path.includes('?') ? '&' : '?'}minPosition=${String(since['position'])}`;
    return accepted(await (await api.as('segretario-generale')).get(`${path}${least ?? ''}`));
  };
  const debts = async () => {
    const { acts } = await told('/api/v1/acts?missing=true');
    return (acts as readonly { actId: string }[]).map(({ actId }) => actId);
  };

  it('given that the command names no act, or one of another kind, then it says which, and nothing is done', async () => {
    const definitive = await send('segretario-generale', `${FINANZIARIA}/definitive`);
    expect(refused(definitive)).toBe('422 lifecycle/act-missing');
    expect(definitive.body).toMatchObject({ facts: { verb: 'make-definitive', kinds: 'decreto' } });
    expect(refused(await send('segretario-generale', `${FINANZIARIA}/definitive`, { act: CLOSING }))).toBe(
      '422 lifecycle/act-of-another-kind',
    );
    expect(refused(await send('segretario-generale', `${REMOVED}/closure`))).toBe('422 lifecycle/act-missing');
    expect(refused(await send('segretario-generale', `${REMOVED}/closure`, { act: DECREE }))).toBe(
      '422 lifecycle/act-of-another-kind',
    );
  });

  it('given that it lacks the act alone, then who may is told that they may', async () => {
    const who = `${OUTCOME}/permissions?action=objective.make-definitive&shareId=1.1.1-finanziaria`;
    expect(await told(who)).toMatchObject({ commands: [{ may: true }] });
    expect(await told(`${REMOVED}/permissions?action=objective.close`)).toMatchObject({
      commands: [{ may: true }],
    });
  });

  it('given an act that is not loaded yet, then the outcome is definitive by it on its day, and it is a debt that says of what', async () => {
    const done = accepted(await send('segretario-generale', `${FINANZIARIA}/definitive`, { act: DECREE }));
    const { shares, history } = await told(OUTCOME, done);
    expect(shares).toContainEqual(
      expect.objectContaining({
        moves: expect.objectContaining({ definitive: { note: '', act: DECREE } }) as object,
      }),
    );
    expect(history).toContainEqual(
      expect.objectContaining({ type: 'objective.made-definitive.v1', occurredOn: today }),
    );
    expect(await debts()).toContain(`${today.slice(0, 4)}-decreto-5`);
    expect(await told(`/api/v1/acts/${today.slice(0, 4)}-decreto-5`)).toMatchObject({
      citedIn: [{ kind: 'objective', id: '2022-1.1.1', shareId: '1.1.1-finanziaria' }],
    });
  });

  it('given an objective that is over, when it is closed by its act, then that is a debt, too, and its history tells it', async () => {
    const closing = { act: CLOSING, comment: 'stralciato' };
    const done = accepted(await send('segretario-generale', `${REMOVED}/closure`, closing));
    const { status, history, closings } = await told(REMOVED, done);
    expect(status).toBe('closed');
    expect(closings).toEqual([{ comment: 'stralciato' }]);
    expect(history).toContainEqual(
      expect.objectContaining({
        type: 'objective.closed.v1',
        data: expect.objectContaining({ act: CLOSING }) as object,
      }),
    );
    expect(await debts()).toContain(`${today.slice(0, 4)}-determina-61`);
  });

  it('given a share that nobody has reported on, when it is made definitive by the act, then it is refused as ever', async () => {
    expect(refused(await send('segretario-generale', `${POLIZIA}/definitive`, { act: DECREE }))).toBe(
      '409 lifecycle/not-allowed',
    );
  });
});
