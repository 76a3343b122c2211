import { addDays, romeDayOf } from '#domain';
import { openDatabase, type ReadTables } from '#postgres';
import type { SeparationCheck } from '#read-model';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused, SEGRETARIO } from '../support/story.js';

const today = romeDayOf(new Date().toISOString());
const act = { kind: 'decreto', number: '7', date: today };
const DELEGATIONS = '/api/v1/organisation/delegations';
const as = (office: string) => ({ 'traguardo-office': office });

describe('who speaks for whom', () => {
  let api: TestApi;
  let last: unknown;
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    // the Nucleo has two members
    await api.as('nucleo');
    accepted(await api.operator.post('/api/v1/accounts', { user: 'nucleo-2', office: 'nucleo', roles: ['nucleo'] }));
    await api.as('revisore');
    await api.as('personale');
  });
  afterAll(() => api.close());

  const send = async (who: Person, path: string, body: object, headers = {}) => {
    const answer = await (await api.as(who)).command(path, body, headers);
    if (answer.status < 300) last = (answer.body as { position: unknown }).position;
    return answer;
  };
  const delegation = (fields: object) => ({ kind: 'delega', from: today, until: addDays(today, 7), ...fields });
  const idOf = async (who: Person) =>
    (accepted(await (await api.as(who)).get('/api/v1/me'))['user'] as { id: string }).id;
  const organisation = async () => {
    const path = `/api/v1/organisation?minPosition=${String(last)}`;
    return accepted(await (await api.as('revisore')).get(path)) as {
      delegations: { delegationId: string; user: string; office: string; takenUp: boolean }[];
    };
  };
  const takenUp = async (office: string) => {
    const { delegations = new Map<string, never>() } = (await api.engine.load('organisation', 'offices'))?.state ?? {};
    return [...delegations.values()].filter((one) => one.office === office).map((one) => one.takenUp);
  };
  const checks = async () => {
    const path = `/api/v1/separation-checks?minPosition=${String(last)}`;
    return accepted(await (await api.as('revisore')).get(path)) as { checks: SeparationCheck[]; violations: number };
  };

  it('given an office of two, then an act that delegates it says in whose place, and a colleague does not revoke it', async () => {
    const ofNucleo = delegation({ office: 'nucleo', person: 'revisore', act });
    expect(refused(await send('segretario-generale', DELEGATIONS, ofNucleo))).toBe('422 organisation/holder-missing');
    const stranger = { ...ofNucleo, holder: 'giunta' };
    await api.as('giunta');
    expect(refused(await send('segretario-generale', DELEGATIONS, stranger))).toBe('422 organisation/not-its-holder');
    const named = accepted(await send('segretario-generale', DELEGATIONS, { ...ofNucleo, holder: 'nucleo-2' }));
    const view = await (await api.as('revisore')).get(`/api/v1/organisation?minPosition=${String(last)}`);
    expect(accepted(view)).toMatchObject({ delegations: [{ user: 'revisore', holder: { user: 'nucleo-2' } }] });
    const revocation = `${DELEGATIONS}/${String(named['delegationId'])}/revocation`;
    expect(refused(await send('nucleo', revocation, { reason: 'rientro' }))).toBe('403 office/only-its-holder');
  });

  it('given a delegate who does not say for whom they act, then the refusal tells them how', async () => {
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    const report = { measurements, selfDegree: '90', note: 'Fatto' };
    accepted(await send('finanziaria', `${FINANZIARIA}/rendicontazione`, report));
    accepted(await send('segretario-generale', `${FINANZIARIA}/rendicontazione/approval`, { step: 'verifica' }));
    const certify = { step: 'certificazione' };
    const silent = await send('revisore', `${FINANZIARIA}/rendicontazione/approval`, certify);
    expect(refused(silent)).toBe('403 permission/denied');
    expect(silent.body).toMatchObject({
      detail: expect.stringMatching(
        /può agire anche come nucleo: lo dica l’intestazione «Traguardo-Office»/i,
      ) as string,
      facts: { actAs: 'nucleo' },
    });
    accepted(await send('revisore', `${FINANZIARIA}/rendicontazione/approval`, certify, as('nucleo')));
  });

  it('then the proof names the person whom the approval names', async () => {
    const { checks: found } = await checks();
    const path = `/api/v1/approvals/objective~2022-1.1.1~rendicontazione~1.1.1-finanziaria?minPosition=${String(last)}`;
    const { agreed } = accepted(await (await api.as('revisore')).get(path)) as {
      agreed: Record<string, { onBehalfOf: string | null }[]>;
    };
    const vote = agreed['certificazione']?.[0];
    expect(vote?.onBehalfOf).not.toBe(await idOf('nucleo'));
    expect(found.find(({ step }) => step === 'certificazione')?.onBehalfOf).toBe(vote?.onBehalfOf);
  });

  it('given a delegate of the Segretario and of who verifies in his place, then they do not verify his report', async () => {
    const report = { measurements: [], selfDegree: '90', note: 'Fatto' };
    accepted(await send('segretario-generale', `${SEGRETARIO}/rendicontazione`, report));
    const given = (office: Person) => send(office, DELEGATIONS, delegation({ office, person: 'personale' }));
    accepted(await given('segretario-generale'));
    accepted(await given('vicesegretario'));
    const verify = `${SEGRETARIO}/rendicontazione/approval`;
    // what he gave by himself bars nobody until they have acted by it
    const personale = await api.as('personale');
    accepted(await personale.command(`${verify}?dryRun=true`, { step: 'verifica' }, as('vicesegretario')));
    expect(await takenUp('segretario-generale')).toEqual([false]);
    const register = { act: { ...act, number: '8' }, title: 'Nomina', organ: 'Segretario', effectiveFrom: null };
    accepted(await send('personale', '/api/v1/acts', { ...register, file: null }, as('segretario-generale')));
    expect(await takenUp('segretario-generale')).toEqual([true]);
    const asVice = await send('personale', verify, { step: 'verifica' }, as('vicesegretario'));
    expect(refused(asVice)).toBe('403 approval/own-report');
    expect(asVice.body).toMatchObject({
      detail: expect.stringMatching(/agisce per delega di chi è dall’altra parte.*può farla cessare/) as string,
      facts: { rule: 'delegate' },
    });
    accepted(await send('vicesegretario', verify, { step: 'verifica' }));
    expect((await checks()).violations).toBe(0);
  });

  it('given that somebody did so, however it got there, then the proof fails and says by which rule', async () => {
    const [found] = (await checks()).checks;
    const db = openDatabase<ReadTables>(api.databaseUrl);
    await db
      .updateTable('read.separation_check')
      .set({ person: await idOf('personale'), on_behalf_of: await idOf('vicesegretario') })
      .where('position', '=', found?.position ?? '')
      .execute();
    await db.destroy();
    const { checks: now, violations } = await checks();
    expect([violations, now[0]?.rule, now[0]?.verdict]).toEqual([1, 'delegate', 'violation']);
    const steps = now.map(({ subject, step }) => `${subject}/${step}`);
    expect(new Set(steps)).toEqual(
      new Set([
        'rendicontazione/verifica',
        'rendicontazione/certificazione',
        // what others recorded than who gave or received it
        'organisation/delegate',
        'plan/approve',
      ]),
    );
  });

  it('given the Vicesegretario who stands in for the Segretario by office, then their own verification was none', async () => {
    const given = delegation({ office: 'segretario-generale', person: 'vicesegretario', kind: 'sostituzione' });
    accepted(await send('segretario-generale', DELEGATIONS, given));
    const db = openDatabase<ReadTables>(api.databaseUrl);
    const [broken] = (await checks()).checks;
    await db
      .updateTable('read.separation_check')
      .set({ person: await idOf('vicesegretario'), on_behalf_of: null })
      .where('position', '=', broken?.position ?? '')
      .execute();
    await db.destroy();
    expect((await checks()).violations).toBe(0);
  });

  it('given whoever received a delegation, then they end it themselves, and from that day on it bars them from nothing', async () => {
    const { delegations } = await organisation();
    const own = delegations.find(({ user, office }) => user === 'personale' && office === 'segretario-generale');
    const revocation = `${DELEGATIONS}/${String(own?.delegationId)}/revocation`;
    const reason = { reason: 'devo giudicare la sua relazione' };
    expect(refused(await send('revisore', revocation, reason))).toBe('403 office/only-its-holder');
    accepted(await send('personale', revocation, reason));
    const ended = (await organisation()).delegations.find(({ delegationId }) => delegationId === own?.delegationId);
    expect(ended).toMatchObject({ now: false, takenUp: true, revoked: { on: today, reason: reason.reason } });
    const asSegretario = await send('personale', '/api/v1/acts', {}, as('segretario-generale'));
    expect(refused(asSegretario)).toBe('403 office/not-yours');
  });

  it('given offices that only liquidate or conduct evaluations, then their vacancy is told with what waits for them', async () => {
    const { vacancies } = accepted(await api.operator.get('/api/v1/vacancies?on=2001-01-01')) as {
      vacancies: { office: string; steps: string[] }[];
    };
    const personale = vacancies.find(({ office }) => office === 'personale');
    expect(personale?.steps).toEqual(expect.arrayContaining(['objective/liquidate', 'evaluations/conductors']));
  });
});
