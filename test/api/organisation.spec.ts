import { addDays } from '#domain';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Client } from '../support/client.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused, SEGRETARIO } from '../support/story.js';

const today = '2022-06-15';
const act = { kind: 'DS', number: '7', date: '2022-06-01' };
const asOffice = (office: string) => ({ 'traguardo-office': office });

describe('who holds which office, and who acts for whom', () => {
  let api: TestApi;
  let segretario: Client;
  let vice: Client;
  let head: Client;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: `${today}T08:00:00.000Z` }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    segretario = await api.as('segretario-generale');
    vice = await api.as('vicesegretario');
    head = await api.as('finanziaria');
  });
  afterAll(() => api.close());

  const view = async (position: unknown) => {
    const path = `/api/v1/organisation?minPosition=${String(position)}`;
    return accepted(await segretario.get(path)) as unknown as {
      tenures: {
        user: string;
        office: string;
        person: string;
        tenureId: string | null;
        to: string | null;
        late: boolean;
        now: boolean;
      }[];
      delegations: { user: string; office: string; now: boolean; revoked: object | null }[];
    };
  };
  const offices = async (client: Client) => {
    const me = accepted(await client.get('/api/v1/me')) as { offices: { office: string; onBehalfOf: string | null }[] };
    return me.offices.map(({ office }) => office);
  };
  const delegation = (fields: object = {}) => ({
    kind: 'sostituzione',
    office: 'finanziaria',
    person: 'vicesegretario',
    from: today,
    until: today,
    ...fields,
  });

  it('given an account alone, then its office is its person’s, and the offices of others are not', async () => {
    expect(await offices(head)).toEqual(['finanziaria']);
    const other = await head.get('/api/v1/inbox', asOffice('segretario-generale'));
    expect(refused(other)).toBe('403 office/not-yours');
    expect(other.body).toMatchObject({ facts: { office: 'segretario-generale', offices: 'finanziaria' } });
  });

  it('given a head who is away, then whom they name acts in their place at once, and both stand in the log', async () => {
    expect(refused(await vice.command('/api/v1/organisation/delegations', delegation()))).toBe(
      '403 office/only-its-holder',
    );
    const { position, delegationId } = accepted(await head.command('/api/v1/organisation/delegations', delegation()));
    expect(await offices(vice)).toEqual(['vicesegretario', 'finanziaria']);
    const progress = { value: '10', note: 'Avviato', evidence: [] };
    const done = accepted(await vice.command(`${FINANZIARIA}/progress`, progress, asOffice('finanziaria')));
    const seen = `minPosition=${String(done['position'])}`;
    const path = `/api/v1/audit-trail?type=objective.progress-reported.v1&${seen}`;
    const trail = accepted(await segretario.get(path)) as {
      events: { actor: { id: string; office: string }; onBehalfOf: string }[];
    };
    const { user: account } = accepted(await head.get('/api/v1/me')) as { user: { id: string } };
    expect(trail.events[0]).toMatchObject({ actor: { office: 'finanziaria' }, onBehalfOf: account.id });
    expect(trail.events[0]?.actor.id).not.toBe(account.id);
    expect((await view(position)).delegations).toMatchObject([
      { user: 'vicesegretario', office: 'finanziaria', now: true },
    ]);

    const handedOn = delegation({ person: 'personale' });
    expect(refused(await vice.command('/api/v1/organisation/delegations', handedOn, asOffice('finanziaria')))).toBe(
      '403 office/only-its-holder',
    );
    const revocation = `/api/v1/organisation/delegations/${String(delegationId)}/revocation`;
    expect(refused(await (await api.as('personale')).command(revocation, { reason: 'rientro' }))).toBe(
      '403 office/only-its-holder',
    );
    accepted(await head.command(revocation, { reason: 'rientro' }));
    expect(await offices(vice)).toEqual(['vicesegretario']);
    expect(refused(await vice.command(`${FINANZIARIA}/progress`, progress, asOffice('finanziaria')))).toBe(
      '403 office/not-yours',
    );
    expect(refused(await head.command(revocation, { reason: 'rientro' }))).toBe('409 organisation/delegation-over');
  });

  it('given a delegation for one matter, then it is none for another', async () => {
    const narrow = delegation({ office: 'segretario-generale', subjects: ['rendicontazione'] });
    accepted(await segretario.command('/api/v1/organisation/delegations', narrow));
    const assign = await vice.command(
      `${SEGRETARIO}/assignment`,
      { office: 'segretario-generale' },
      asOffice('segretario-generale'),
    );
    expect(refused(assign)).toBe('403 office/not-yours');
    // the page learns as whom it acts, and what waits there
    const me = await vice.get('/api/v1/me', asOffice('segretario-generale'));
    expect(accepted(me)).toMatchObject({ user: { user: 'vicesegretario', office: 'segretario-generale' } });
    expect((await vice.get('/api/v1/inbox', asOffice('segretario-generale'))).status).toBe(200);
    const verify = { step: 'verifica' };
    const approval = await vice.command(
      `${FINANZIARIA}/rendicontazione/approval`,
      verify,
      asOffice('segretario-generale'),
    );
    expect(refused(approval)).toBe('409 objective/rendicontazione-not-open');
    const opinion = { step: 'parere', outcome: 'approve' };
    const onVariation = (office: string) => vice.command('/api/v1/variations/2022-1/steps', opinion, asOffice(office));
    const refusal = await onVariation('segretario-generale');
    expect(refused(refusal)).toBe('403 office/not-yours');
    expect(refusal.body).toMatchObject({ facts: { offices: expect.not.stringContaining('segretario-generale') } });
    const ofGiunta = delegation({ office: 'giunta', person: 'finanziaria', kind: 'delega', subjects: ['variation'] });
    accepted(await (await api.as('giunta')).command('/api/v1/organisation/delegations', ofGiunta));
    const delegate = await api.as('finanziaria');
    const asGiunta = await delegate.command('/api/v1/variations/2022-1/steps', opinion, asOffice('giunta'));
    expect(refused(asGiunta)).toBe('404 variation/not-requested');
  });

  it('given somebody else’s office without an act, or unknown people and offices, then it is refused', async () => {
    const path = '/api/v1/organisation/delegations';
    expect(refused(await segretario.command(path, delegation()))).toBe('422 organisation/act-missing');
    expect(refused(await segretario.command(path, delegation({ act, person: 'nessuno' })))).toBe(
      '422 organisation/unknown-person',
    );
    expect(refused(await segretario.command(path, delegation({ act, office: 'nessuno' })))).toBe(
      '422 objective/unknown-office',
    );
    const taken = { person: 'segretario-generale', office: 'giunta', roles: ['giunta', 'respnsabile'], from: today };
    const mistyped = await segretario.command('/api/v1/organisation/tenures', taken);
    expect(refused(mistyped)).toBe('422 organisation/unknown-role');
    expect(mistyped.body).toMatchObject({ detail: expect.stringMatching(/«responsabile».* rpct\.$/) as string });
  });

  it('given who will be away, or hold an office, from tomorrow on, then it is recorded today and counts from that day', async () => {
    const [tomorrow, later] = [addDays(today, 1), addDays(today, 9)];
    const away = delegation({ from: tomorrow, until: later });
    accepted(await head.command('/api/v1/organisation/delegations', away));
    expect(await offices(vice)).not.toContain('finanziaria');
    await api.as('giunta');
    const taken = { person: 'giunta', office: 'vicesegretario', roles: ['vicesegretario'], from: tomorrow, act };
    const { tenureId } = accepted(await segretario.command('/api/v1/organisation/tenures', taken));
    const end = `/api/v1/organisation/tenures/${String(tenureId)}/end`;
    const { position } = accepted(await segretario.command(end, { to: later, act }));
    expect((await view(position)).tenures.find((one) => one.tenureId === tenureId)).toMatchObject({
      now: false,
      late: false,
      to: later,
    });
  });

  it('given a tenure of oneself, or of who judges, then it begins and ends by an act alone, also in a dry run and by a list', async () => {
    const tenures = '/api/v1/organisation/tenures';
    const missing = (name: string) => ({
      code: 'organisation/act-missing',
      detail: expect.stringMatching(new RegExp(`^Occorre un atto.*${name}`)) as string,
    });
    const own = { person: 'segretario-generale', office: 'finanziaria', roles: ['responsabile'], from: today };
    const judging = { person: 'personale', office: 'nucleo', roles: [], from: today };
    for (const [told, name] of [
      [own, 'proprio incarico, come questo presso'],
      [judging, 'fa parte di Nucleo'],
    ] as const) {
      expect((await segretario.command(tenures, told)).body).toMatchObject(missing(name));
      expect((await segretario.post(`${tenures}?dryRun=true`, told)).body).toMatchObject(missing(name));
      accepted(await segretario.post(`${tenures}?dryRun=true`, { ...told, act }));
    }
    const text = ['nome;utente;ufficio;ruoli;dal', `Noemi Rosa;noemi;nucleo;nucleo;${today}`].join('\n');
    const admin = await api.as('amministratrice');
    for (const query of ['?dryRun=true', '']) {
      const { notRecorded } = accepted(await admin.post(`/api/v1/people-files${query}`, { text }));
      expect(notRecorded).toMatchObject([{ user: 'noemi', code: 'organisation/act-missing', account: false }]);
    }
  });

  it('given a head who leaves, then the office is vacant from the next day, and a successor ends the vacancy', async () => {
    const tenures = '/api/v1/organisation/tenures';
    const taken = { person: 'finanziaria', office: 'finanziaria', roles: ['responsabile'], from: '2022-01-01', act };
    const { tenureId } = accepted(await segretario.command(tenures, taken));
    expect(refused(await segretario.command(tenures, taken))).toBe('409 organisation/already-holds');
    expect(refused(await head.command(tenures, taken))).toBe('403 permission/denied');
    const yesterday = addDays(today, -1);
    const left = accepted(await segretario.command(`${tenures}/${String(tenureId)}/end`, { to: yesterday, act }));
    expect(refused(await head.command(`${FINANZIARIA}/progress`, { value: '1', note: '' }))).toBe(
      '403 permission/denied',
    );

    const vacancies = async (position: unknown, on = today) =>
      accepted(await segretario.get(`/api/v1/vacancies?on=${on}&minPosition=${String(position)}`))['vacancies'];
    expect(await vacancies(left['position'])).toContainEqual(
      expect.objectContaining({ office: 'finanziaria', since: today, openShares: 1 }),
    );
    expect(await vacancies(left['position'], yesterday)).not.toContainEqual(
      expect.objectContaining({ office: 'finanziaria' }),
    );
    const inbox = accepted(await segretario.get(`/api/v1/inbox?minPosition=${String(left['position'])}`)) as {
      vacancies: { office: string }[];
    };
    expect(inbox.vacancies.map(({ office }) => office)).toContain('finanziaria');

    const successor = { person: 'personale', office: 'finanziaria', roles: ['responsabile'], from: today, act };
    await api.as('personale');
    const { position } = accepted(await segretario.command(tenures, successor));
    expect(await vacancies(position)).not.toContainEqual(expect.objectContaining({ office: 'finanziaria' }));
    const progress = { value: '50', note: 'Ripreso', evidence: [] };
    accepted(await (await api.as('personale')).command(`${FINANZIARIA}/progress`, progress));
    const { tenures: shown } = await view(position);
    expect(shown.filter(({ office }) => office === 'finanziaria')).toMatchObject([
      { user: 'personale', now: true, late: false, to: null },
      { user: 'finanziaria', now: false, late: true, to: yesterday },
    ]);
  });

  it('given that the account of the only holder is disabled, then the office is told as needed, whose account it is, and nothing once it is enabled', async () => {
    const { tenures } = await view(0);
    const holder = tenures.find(({ office, now }) => office === 'finanziaria' && now);
    const tell = async (what: 'disabling' | 'enabling') => {
      accepted(await api.operator.post(`/api/v1/accounts/${holder?.person}/${what}`));
      const notice = delegation({ office: 'segretario-generale', person: 'vicesegretario', subjects: ['plan'] });
      const delegations = '/api/v1/organisation/delegations';
      const { delegationId } = accepted(await segretario.command(delegations, notice));
      const revoked = `${delegations}/${String(delegationId)}/revocation`;
      const { position } = accepted(await segretario.command(revoked, { reason: 'errore' }));
      const seen = `minPosition=${String(position)}`;
      const on = async (day: string) =>
        accepted(await segretario.get(`/api/v1/vacancies?on=${day}&${seen}`)) as { vacancies: { office: string }[] };
      const inbox = accepted(await segretario.get(`/api/v1/inbox?${seen}`)) as { vacancies: { office: string }[] };
      return [await on(today), await on(addDays(today, -1)), inbox].map(({ vacancies }) =>
        vacancies.filter(({ office }) => office === 'finanziaria'),
      );
    };
    const [now, before, waiting] = await tell('disabling');
    const told = { office: 'finanziaria', reason: 'disabled', since: today, openShares: 1 };
    expect(now).toMatchObject([{ ...told, holders: [{ user: 'personale' }], standIns: [] }]);
    expect(before).not.toContainEqual(expect.objectContaining({ reason: 'disabled' }));
    expect(waiting).toMatchObject([told]);
    expect((await tell('enabling')).flat().filter((one) => one.office === 'finanziaria' && 'reason' in one)).toEqual(
      before,
    );
  });

  it('given a list with since when and for whom, then accounts, offices and stand-ins are there at once', async () => {
    await api.as('nucleo');
    const admin = await api.as('amministratrice');
    const text = [
      'nome;utente;ufficio;ruoli;dal;al;qualifiche;atto;sostituisce;al posto di;sostituisce dal;sostituisce fino al',
      'Ada Viola;ada;polizia-locale;responsabile;01/01/2022;;;DS 7 del 01/06/2022;;;;',
      'Eva Neri;eva;polizia-locale;responsabile;01/01/2022;;;DS 7 del 01/06/2022;;;;',
      `Ugo Verde;ugo;nucleo;nucleo;01/01/2022;;rpct;;polizia-locale;ada;${today};${today}`,
      `Ivo Blu;ivo;giunta;giunta;${addDays(today, 1)};;;DS 7 del 01/06/2022;polizia-locale;EVA;${addDays(today, 1)};${addDays(today, 2)}`,
    ].join('\n');
    const told = [
      {
        user: 'ugo',
        code: 'organisation/incompatible',
        message: expect.stringContaining('organismo di valutazione'),
        account: false,
      },
      {
        user: 'ugo',
        code: 'organisation/act-missing',
        message: expect.stringMatching(/^Occorre un atto.*Solo chi .*non si crea l’account/),
        account: false,
      },
    ];
    const dry = await admin.post('/api/v1/people-files?dryRun=true', { text });
    expect(accepted(dry)).toMatchObject({ problems: [], notRecorded: told });
    const sent = await admin.post('/api/v1/people-files', { text });
    expect(accepted(sent)['notRecorded']).toEqual(told);
    const again = await admin.post('/api/v1/people-files', { text: text.replace(/\nUgo.*/, '') });
    expect(accepted(again)).toMatchObject({ known: ['ada', 'eva', 'ivo'], notRecorded: [] });
    const { delegations } = accepted(await admin.get('/api/v1/organisation')) as {
      delegations: { user: string; holder: { user: string } }[];
    };
    expect(delegations.filter(({ user }) => user === 'ivo')).toMatchObject([{ holder: { user: 'eva' } }]);
  });

  it('given the offices of the Nucleo and the Segretario, then nobody holds both', async () => {
    const tenures = '/api/v1/organisation/tenures';
    await api.as('nucleo');
    const both = { person: 'nucleo', office: 'nucleo', roles: ['nucleo', 'rpct'], from: today };
    expect(refused(await segretario.command(tenures, both))).toBe('422 organisation/incompatible');
    const mandate = delegation({ office: 'nucleo', kind: 'delega', person: 'segretario-generale' });
    expect(refused(await (await api.as('nucleo')).command('/api/v1/organisation/delegations', mandate))).toBe(
      '422 organisation/incompatible',
    );
    // who stands in for the Segretario by office, and who acts for them already, be it for some matters
    const ofSome = delegation({ office: 'segretario-generale', person: 'personale', subjects: ['plan'] });
    accepted(await segretario.command('/api/v1/organisation/delegations', ofSome));
    for (const person of ['vicesegretario', 'personale']) {
      const forBoth = delegation({ office: 'nucleo', person });
      expect(refused(await (await api.as('nucleo')).command('/api/v1/organisation/delegations', forBoth))).toBe(
        '422 organisation/incompatible',
      );
    }
    const text = [
      'nome;utente;ufficio;ruoli;dal;atto;sostituisce;al posto di;sostituisce dal;sostituisce fino al',
      `Nina Oiv;nina;nucleo;nucleo;01/01/2022;DS 7 del 01/06/2022;segretario;segretario-generale;${today};${today}`,
    ].join('\n');
    const listed = await (await api.as('amministratrice')).post('/api/v1/people-files', { text });
    expect(accepted(listed)['notRecorded']).toMatchObject([{ user: 'nina', code: 'organisation/incompatible' }]);
    for (const other of ['segretario', 'vicesegretario']) {
      const account = { user: 'mista', office: 'nucleo', roles: ['nucleo', other] };
      expect(refused(await api.operator.post('/api/v1/accounts', account))).toBe('422 organisation/incompatible');
    }
  });

  it('given an account that holds a delegation of the Nucleo, then it is not given the Segretario’s role, nor enabled with it, until the delegation is revoked', async () => {
    const made = { user: 'dario', office: 'polizia-locale', roles: ['responsabile'] };
    const { id } = accepted(await api.operator.post('/api/v1/accounts', made));
    const address = `/api/v1/accounts/${String(id)}`;
    const given = delegation({ office: 'nucleo', kind: 'delega', person: 'dario' });
    const nucleo = await api.as('nucleo');
    const { delegationId } = accepted(await nucleo.command('/api/v1/organisation/delegations', given));
    const as = (office: string, ...roles: string[]) =>
      api.operator.post(address, { name: null, email: null, office, roles });
    expect(refused(await as('segretario-generale', 'segretario'))).toBe('422 organisation/incompatible');
    expect(refused(await as('polizia-locale', 'segretario'))).toBe('422 organisation/incompatible');
    accepted(await as('polizia-locale', 'personale'));
    accepted(await api.operator.post(`${address}/disabling`));
    accepted(await as('polizia-locale', 'segretario'));
    expect(refused(await api.operator.post(`${address}/enabling`))).toBe('422 organisation/incompatible');
    const revoked = `/api/v1/organisation/delegations/${String(delegationId)}/revocation`;
    accepted(await nucleo.command(revoked, { reason: 'errore' }));
    accepted(await api.operator.post(`${address}/enabling`));
  });
});
