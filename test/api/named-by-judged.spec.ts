import { startTestApi, type TestApi } from '../support/api.js';
import { clientOf, type Client, type HttpAnswer } from '../support/client.js';
import { PASSWORD } from '../support/people.js';
import { accepted, givenAcknowledged, givenInForce, refused, SEGRETARIO } from '../support/story.js';

const today = '2022-06-15';
const act = { kind: 'DGC', number: '30', date: '2022-06-01' };
const TENURES = '/api/v1/organisation/tenures';
const DELEGATIONS = '/api/v1/organisation/delegations';

describe('who is judged does not name who judges', () => {
  let api: TestApi;
  let segretario: Client;
  let admin: Client;
  let position: unknown;
  const ofNucleo = { person: 'revisore', office: 'nucleo', roles: ['nucleo'], from: today, act };
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: `${today}T08:00:00.000Z` }));
    await givenInForce(api);
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    segretario = await api.as('segretario-generale');
    for (const person of [
      'vicesegretario',
      'nucleo',
      'giunta',
      'revisore',
      'finanziaria',
      'polizia-locale',
      'personale',
    ] as const) {
      await api.as(person);
    }
    const report = { measurements: [], selfDegree: '100', note: 'Fatto' };
    ({ position } = accepted(await segretario.command(`${SEGRETARIO}/rendicontazione`, report)));
    // until the tables know of it
    accepted(await segretario.get(`/api/v1/approvals?minPosition=${String(position)}`));
  });
  afterAll(() => api.close());

  const told = ({ body }: HttpAnswer) => body as { detail: string; facts: object; whoCould?: object };

  it('given nobody else who writes the register, then the Segretario does, and the proof tells it', async () => {
    const alone = { ...ofNucleo, person: 'polizia-locale', to: today };
    const written = accepted(await segretario.command(TENURES, alone));
    const auditor = await api.as('revisore');
    const path = `/api/v1/separation-checks?subject=organisation&minPosition=${String(written['position'])}`;
    expect(accepted(await auditor.get(path))).toMatchObject({
      violations: 0,
      checks: [{ step: 'take-office', office: 'segretario-generale', rule: 'judges-own', verdict: 'ok' }],
    });
    admin = await api.as('amministratrice');
  });

  it('given a report of theirs under way, then the Segretario names nobody of the Nucleo, and learns who does', async () => {
    const refusal = await segretario.command(TENURES, ofNucleo);
    expect(refused(refusal)).toBe('403 organisation/judges-own');
    expect(told(refusal).facts).toMatchObject({ step: 'certificazione', office: 'nucleo', who: 'amministratore' });
    expect(told(refusal).detail).toContain('«Certificazione');
    const english = await segretario.command(TENURES, ofNucleo, { 'accept-language': 'en' });
    expect(told(english).detail).toContain('An administrator records it');
    const dry = await segretario.command(`${TENURES}?dryRun=true`, ofNucleo);
    expect(refused(dry)).toBe('403 organisation/judges-own');
    expect(told(dry).whoCould).toMatchObject({ offices: ['amministratore'] });
  });

  it('given the substitute who verifies, then neither a delegation of theirs; the administrator records it', async () => {
    const delegation = {
      kind: 'delega',
      office: 'vicesegretario',
      person: 'finanziaria',
      from: today,
      until: today,
      act,
    };
    expect(refused(await segretario.command(DELEGATIONS, delegation))).toBe('403 organisation/judges-own');
    const { delegationId } = accepted(await admin.command(DELEGATIONS, delegation));
    const revocation = `${DELEGATIONS}/${String(delegationId)}/revocation`;
    expect(refused(await segretario.command(revocation, { reason: 'rientro' }))).toBe('403 organisation/judges-own');
    accepted(await admin.command(revocation, { reason: 'rientro' }));
  });

  it('given an administrator, then they name and dismiss, and the Segretario does not dismiss whom they named', async () => {
    const { tenureId } = accepted(await admin.command(TENURES, ofNucleo));
    const end = `${TENURES}/${String(tenureId)}/end`;
    expect(refused(await segretario.command(end, { to: today, act }))).toBe('403 organisation/judges-own');
    accepted(await admin.command(end, { to: today, act }));
  });

  it('given an office that judges nothing of theirs, then the Segretario records it', async () => {
    const recorded = accepted(
      await segretario.command(TENURES, {
        person: 'personale',
        office: 'personale',
        roles: ['personale'],
        from: today,
      }),
    );
    expect(recorded).toHaveProperty('tenureId');
  });

  it('given an administrator who answers for what is judged, then neither by an account nor by a list', async () => {
    const [user, office] = ['segreteria-informatica', 'segretario-generale'];
    const account = { user, password: PASSWORD, office, roles: ['amministratore'] };
    accepted(await api.operator.post('/api/v1/accounts', account));
    const signedIn = accepted(await api.anyone.post('/api/v1/sessions', { user, password: PASSWORD }));
    const own = clientOf(() => api.url, String(signedIn['token']));
    const judge = { user: 'amica', password: PASSWORD, office: 'nucleo', roles: ['nucleo'] };
    expect(refused(await own.post('/api/v1/accounts', judge))).toBe('403 organisation/judges-own');
    const list = (...rows: readonly string[]) =>
      own.post('/api/v1/people-files', { text: ['Nome;Utente;Ufficio;Ruoli;Dal;Atto', ...rows].join('\n') });
    const byAccount = 'Amica Mia;amica;nucleo;nucleo;;';
    const byTenure = `Amico Mio;amico;nucleo;nucleo;15/06/2022;DGC 30 del 01/06/2022`;
    const { created, notRecorded } = accepted(await list(byAccount, byTenure)) as Record<string, readonly object[]>;
    expect(created).toEqual([]);
    expect(notRecorded).toMatchObject([
      { user: 'amica', code: 'organisation/judges-own', account: false },
      { user: 'amico', code: 'organisation/judges-own', account: false },
    ]);
    accepted(await admin.post('/api/v1/accounts', judge));
    const { accounts } = accepted(await admin.get('/api/v1/accounts')) as { accounts: { id: string; user: string }[] };
    const moved = `/api/v1/accounts/${accounts.find((one) => one.user === 'amica')?.id ?? ''}`;
    const elsewhere = { name: null, email: null, office: 'finanziaria', roles: ['responsabile'] };
    expect(refused(await own.post(moved, elsewhere))).toBe('403 organisation/judges-own');
    accepted(await admin.post(moved, elsewhere));
  });

  it('given all steps taken, then the Segretario names nobody of the Nucleo until the degree is given', async () => {
    const approve = async (who: 'vicesegretario' | 'nucleo' | 'giunta', step: string, cited: object | null = null) =>
      accepted(await (await api.as(who)).command(`${SEGRETARIO}/rendicontazione/approval`, { step, act: cited }));
    await approve('vicesegretario', 'verifica');
    await approve('nucleo', 'certificazione');
    const noted = await approve('giunta', 'presa-d-atto', { ...act, number: '31', date: today });
    accepted(await segretario.get(`/api/v1/approvals?minPosition=${String(noted['position'])}`));
    const another = { ...ofNucleo, person: 'finanziaria' };
    const refusal = await segretario.command(TENURES, another);
    expect(refused(refusal)).toBe('403 organisation/judges-own');
    expect(told(refusal).facts).toMatchObject({ office: 'nucleo', toScore: 1, who: 'amministratore' });
    expect(told(refusal).detail).toContain('di cui resta da attribuire il grado');
    const nucleo = await api.as('nucleo');
    const scored = accepted(await nucleo.command(`${SEGRETARIO}/score`, { degree: '100', reason: '' }));
    accepted(await segretario.get(`/api/v1/approvals?minPosition=${String(scored['position'])}`));
    accepted(await segretario.command(TENURES, another));
  });
});
