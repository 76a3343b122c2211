import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const today = '2022-06-15';
const act = { kind: 'decreto', number: '7', date: '2022-06-01' };
const as = (office: string) => ({ 'traguardo-office': office });

describe('who keeps two offices and does not say as which they act', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: `${today}T08:00:00.000Z` }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    await keeping('polizia-locale', { 'polizia-locale': 'responsabile', finanziaria: 'responsabile' });
    await keeping('personale', { personale: 'personale', nucleo: 'nucleo' });
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object, headers = {}) =>
    (await api.as(who)).command(path, body, headers);
  const keeping = async (person: Person, offices: Readonly<Record<string, string>>) => {
    await api.as(person);
    for (const [office, role] of Object.entries(offices)) {
      const tenure = { person, office, roles: [role], from: today, act };
      accepted(await send('segretario-generale', '/api/v1/organisation/tenures', tenure));
    }
  };
  const told = (office: string) => ({
    detail: expect.stringMatching(
      new RegExp(`può agire anche come ${office}: lo dica l’intestazione «Traguardo-Office»`, 'i'),
    ) as string,
    facts: { actAs: office },
  });

  it('given something that waits for the other, then the inbox says how much, and as that office what', async () => {
    const { position } = accepted(await send('finanziaria', `${FINANZIARIA}/progress`, { value: '5', note: 'bando' }));
    const inboxAs = async (who: Person, headers: Record<string, string> = {}) =>
      accepted(await (await api.as(who)).get(`/api/v1/inbox?minPosition=${String(position)}`, headers));
    const { items, elsewhere: none } = await inboxAs('polizia-locale', as('finanziaria'));
    const waiting = (items as readonly object[]).length;
    expect(waiting).toBeGreaterThan(0);
    expect(none).toEqual([]);
    expect(await inboxAs('polizia-locale')).toMatchObject({
      items: [],
      elsewhere: [{ office: 'finanziaria', waiting }],
    });
    expect(await inboxAs('finanziaria')).toMatchObject({ elsewhere: [] });
  });

  it('given a share of the other, then the refusal names it, and as that office it is done', async () => {
    const progress = { value: '10', note: 'avviato' };
    const silent = await send('polizia-locale', `${FINANZIARIA}/progress`, progress);
    expect(refused(silent)).toBe('403 objective/not-your-share');
    expect(silent.body).toMatchObject(told('finanziaria'));
    accepted(await send('polizia-locale', `${FINANZIARIA}/progress`, progress, as('finanziaria')));
  });

  it('given a step of the other, then the same', async () => {
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    const report = { measurements, selfDegree: '90', note: '' };
    accepted(await send('finanziaria', `${FINANZIARIA}/rendicontazione`, report));
    accepted(await send('segretario-generale', `${FINANZIARIA}/rendicontazione/approval`, { step: 'verifica' }));
    const certify = { step: 'certificazione' };
    const silent = await send('personale', `${FINANZIARIA}/rendicontazione/approval`, certify);
    expect(refused(silent)).toBe('403 approval/not-your-step');
    expect(silent.body).toMatchObject(told('nucleo'));
    accepted(await send('personale', `${FINANZIARIA}/rendicontazione/approval`, certify, as('nucleo')));
  });

  it('given that they delegate the other, then the same; of an office that is not theirs nothing is named', async () => {
    const mandate = { kind: 'delega', office: 'nucleo', person: 'revisore', from: today, until: today };
    await api.as('revisore');
    const silent = await send('personale', '/api/v1/organisation/delegations', mandate);
    expect(refused(silent)).toBe('403 office/only-its-holder');
    expect(silent.body).toMatchObject(told('nucleo'));
    const another = await send('personale', '/api/v1/organisation/delegations', { ...mandate, office: 'giunta' });
    expect(refused(another)).toBe('403 office/only-its-holder');
    expect(another.body).not.toMatchObject({ facts: { actAs: expect.anything() as string } });
    accepted(await send('personale', '/api/v1/organisation/delegations', mandate, as('nucleo')));
  });
});
