import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused, SEGRETARIO } from '../support/story.js';

interface Entry {
  readonly type: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly late: boolean;
}

describe('when it happened and when it was recorded', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
  });
  afterAll(() => api.close());

  let position = '0';
  const trail = async (query: string) => {
    const path = `/api/v1/audit-trail?objective=2022-1.1.1&minPosition=${position}&${query}`;
    return accepted(await (await api.as('revisore')).get(path))['events'] as readonly Entry[];
  };

  it('given any command, when it says the day on which it happened, then the fact has both times and is late', async () => {
    const segretario = await api.as('segretario-generale');
    const path = '/api/v1/objectives/2022-1.1.1/shares/1.1.1-polizia-locale/assignment';
    const answer = await segretario.command(`${path}?occurredOn=2022-01-12`, { office: 'polizia-locale' });
    position = String(accepted(answer)['position']);
    const [assigned] = await trail('type=objective.assigned.v1');
    expect(assigned).toMatchObject({ occurredOn: '2022-01-12', late: true });
  });

  it('given a share that an office has since an earlier day, then it was given it on that day, or on the day of the act', async () => {
    const segretario = await api.as('segretario-generale');
    const path = `${SEGRETARIO}/assignment?dryRun=true`;
    const handed = { office: 'segretario-generale', from: '2022-01-13' };
    const act = { kind: 'decreto', number: '4', date: '2022-01-11' };
    const happened = async (query: string, body: object) =>
      (accepted(await segretario.command(`${path}${query}`, body))['events'] as readonly Entry[])[0];
    expect(await happened('', handed)).toMatchObject({ occurredOn: '2022-01-13', data: { from: '2022-01-13' } });
    expect(await happened('', { ...handed, act })).toMatchObject({ occurredOn: '2022-01-11' });
    const byAct = { office: handed.office, act };
    expect(await happened('', byAct)).toMatchObject({ occurredOn: '2022-01-11', data: { from: '2022-01-11' } });
    expect(await happened('&occurredOn=2022-01-12', handed)).toMatchObject({ occurredOn: '2022-01-12' });
    const { office } = handed;
    expect(await happened('&occurredOn=2022-01-12', { office })).toMatchObject({ data: { from: '2022-01-12' } });
  });

  it('given work that rests by an act, and no first day, then it rests from the day that is told, or that of the act', async () => {
    const segretario = await api.as('segretario-generale');
    const path = '/api/v1/objectives/2022-1.1.1/shares/1.1.1-polizia-locale/suspension?dryRun=true';
    const act = { kind: 'DGC', number: '5', date: '2022-01-20' };
    const rest = { reason: 'Sede inagibile', until: '2022-02-10', act };
    const begun = async (query: string, body: object) =>
      (accepted(await segretario.command(`${path}${query}`, body))['events'] as readonly Entry[])[0];
    expect(await begun('', rest)).toMatchObject({ occurredOn: '2022-01-20', data: { from: '2022-01-20' } });
    expect(await begun('&occurredOn=2022-01-21', rest)).toMatchObject({ data: { from: '2022-01-21' } });
    expect(await begun('', { ...rest, from: '2022-01-24' })).toMatchObject({ data: { from: '2022-01-24' } });
  });

  it('given a report of an earlier day, then the report, the timeline and the plan’s table say so', async () => {
    const office = await api.as('finanziaria');
    const report = { value: '10', note: '', occurredOn: '2022-06-01' };
    position = String(accepted(await office.command(`${FINANZIARIA}/progress`, report))['position']);
    const detail = accepted(await office.get(`/api/v1/objectives/2022-1.1.1?minPosition=${position}`));
    const shares = detail['shares'] as readonly { readonly progressReports: readonly Entry[] }[];
    const facts = { occurredOn: '2022-06-01', recordedAt: expect.any(String), late: true };
    expect(shares[0]?.progressReports).toMatchObject([facts]);
    const told = (detail['history'] as readonly Entry[]).find(({ type }) => type === 'objective.progress-reported.v1');
    expect(told).toMatchObject(facts);
    const table = accepted(await office.get('/api/v1/plans/2022/table'));
    expect(JSON.stringify(table)).toContain('"lastFact":{"occurredOn":"2022-06-01"');
  });

  it('given the audit trail, then it is filtered by either time, and by whether it was late', async () => {
    const types = async (query: string) => (await trail(query)).map(({ type }) => type);
    expect(await types('occurredFrom=2022-06-01&occurredTo=2022-06-01')).toEqual(['objective.progress-reported.v1']);
    expect(await types('occurredTo=2022-05-31')).toEqual(['objective.assigned.v1']);
    expect(await types('late=true')).toEqual(['objective.progress-reported.v1', 'objective.assigned.v1']);
    expect(await types('late=true&to=2022-12-31')).toEqual([]);
    expect(await types('late=false')).toContain('objective.acknowledged.v1');
  });

  it('given a report certified days ago and recorded today, then the act that took note of it then is not older than it', async () => {
    const report = {
      measurements: [{ indicatorId: '1.1.1-i1', value: '85%' }],
      selfDegree: '90',
      note: 'Fatto',
    };
    accepted(
      await (await api.as('finanziaria')).command(`${FINANZIARIA}/rendicontazione?occurredOn=2023-02-20`, report),
    );
    const approving = `${FINANZIARIA}/rendicontazione/approval`;
    const late = `${approving}?occurredOn=2023-03-01`;
    const segretario = await api.as('segretario-generale');
    const early = await segretario.command(`${approving}?occurredOn=2023-02-19`, { step: 'verifica' });
    expect(refused(early)).toBe('422 approval/before-its-step');
    accepted(await segretario.command(late, { step: 'verifica' }));
    const outcomes = '/api/v1/approvals/objective~2022-1.1.1~rendicontazione~1.1.1-finanziaria/outcomes';
    const certifies = { step: 'certificazione', outcome: 'approve' };
    const nucleo = await api.as('nucleo');
    const before = await nucleo.command(`${outcomes}?occurredOn=2023-02-28`, certifies);
    expect(refused(before)).toBe('422 approval/before-its-step');
    expect(before.body).toMatchObject({ detail: expect.stringMatching(/1 marzo 2023.*28 febbraio 2023/) as string });
    accepted(await nucleo.command(`${outcomes}?occurredOn=2023-03-10`, certifies));
    const takesNote = (date: string) => ({ step: 'presa-d-atto', act: { kind: 'DGC', number: '40', date } });
    const giunta = await api.as('giunta');
    expect(refused(await giunta.command(approving, takesNote('2023-03-09')))).toBe(
      '422 approval/act-before-certification',
    );
    accepted(await giunta.command(approving, takesNote('2023-03-15')));
  });

  it('given an outcome of that report, then no step of it precedes what it rests on, and the act that took note of it does not reopen it', async () => {
    const nucleo = await api.as('nucleo');
    const score = { degree: '90', reason: '' };
    const before = await nucleo.command(`${FINANZIARIA}/score?occurredOn=2023-03-09`, score);
    expect(refused(before)).toBe('422 objective/before-its-fact');
    expect(before.body).toMatchObject({
      detail: expect.stringMatching(/approvazione della rendicontazione.*15 marzo 2023.*9 marzo 2023/) as string,
    });
    accepted(await nucleo.command(`${FINANZIARIA}/score?occurredOn=2023-03-20`, score));
    const segretario = await api.as('segretario-generale');
    const definitive = (day: string) =>
      segretario.command(`${FINANZIARIA}/definitive?occurredOn=${day}`, { note: 'termini decorsi' });
    expect(refused(await definitive('2023-03-19'))).toBe('422 objective/before-its-fact');
    accepted(await definitive('2023-03-20'));
    const act = { kind: 'DGC', number: '40', date: '2023-03-20' };
    const reopening = await segretario.command(`${FINANZIARIA}/reopening`, { reason: 'conteggio', act });
    expect(refused(reopening)).toBe('422 objective/reopened-by-same-act');
    expect(reopening.body).toMatchObject({ detail: expect.stringContaining('DGC 40') as string });
  });

  it('given who stands in for the Segretario since a day, then they take no step with an earlier one, nor of what they answered for then', async () => {
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    const segretario = await api.as('segretario-generale');
    const other = await api.as('polizia-locale');
    const report = { measurements: [], selfDegree: '90', note: 'Fatto' };
    accepted(await segretario.command(`${SEGRETARIO}/rendicontazione?occurredOn=2023-02-20`, report));
    const takes = (office: string, roles: readonly string[], from: string, to: string | null = null) =>
      segretario.command('/api/v1/organisation/tenures', {
        person: 'polizia-locale',
        office,
        roles,
        from,
        to,
        act: { kind: 'decreto', number: '9', date: '2022-02-28' },
      });
    accepted(await takes('segretario-generale', [], '2023-03-01', '2023-03-15'));
    accepted(await takes('vicesegretario', ['vicesegretario'], '2023-03-10'));
    const verifies = (on: string) =>
      other.command(`${SEGRETARIO}/rendicontazione/approval?occurredOn=${on}`, { step: 'verifica' });
    const barred = await verifies('2023-03-15');
    expect(refused(barred)).toBe('403 approval/own-report');
    const early = await verifies('2023-02-25');
    expect(refused(early)).toBe('422 value/before-its-fact');
    expect(early.body).toMatchObject({
      detail: expect.stringMatching(/l’incarico di chi agisce è del 10 marzo 2023.*25 febbraio 2023/) as string,
    });
    const { position: last } = accepted(await verifies('2023-03-16'));
    const proof = accepted(
      await segretario.get(
        `/api/v1/separation-checks?subject=rendicontazione&objective=2022-1.1.2&minPosition=${String(last)}`,
      ),
    );
    expect(proof).toMatchObject({ checked: 1, violations: 0 });
  });

  it('given a day to come, none of the calendar, or one before the plan’s year, then the command is refused', async () => {
    const office = await api.as('finanziaria');
    const send = (day: string) => office.command(`${FINANZIARIA}/progress?occurredOn=${day}`, { value: '1', note: '' });
    expect(refused(await send('2199-01-01'))).toBe('422 objective/occurred-in-future');
    expect(refused(await send('2022-02-30'))).toBe('400 request/invalid');
    const rest = { reason: 'trasloco', from: '2199-01-01', until: '2199-01-31', act: null };
    const suspended = (await api.as('segretario-generale')).command(
      '/api/v1/objectives/2022-1.1.1/shares/1.1.1-polizia-locale/suspension',
      rest,
    );
    expect(refused(await suspended)).toBe('422 objective/suspension-not-begun');
    expect(refused(await send('2021-12-31'))).toBe('422 objective/occurred-before-year');
    const certified = (await api.as('nucleo')).command(`${FINANZIARIA}/score?occurredOn=2021-12-31`, {
      degree: '1',
      reason: '-',
    });
    expect(refused(await certified)).toBe('422 objective/occurred-before-year');
  });
});
