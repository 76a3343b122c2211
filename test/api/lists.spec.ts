import { newKey, startTestApi, type TestApi } from '../support/api.js';
import { accepted, refused } from '../support/story.js';
import { writtenPlan } from '../support/written-plan.js';

const OFFICES =
  'Codice;Denominazione;Tipo\n;Lavori pubblici;area\n;Polizia locale;area\nurp;Relazioni col pubblico;ufficio';
const HEAD = 'Nome;Cognome;E-mail;Ufficio;Ruoli';

describe('lists over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('given offices in a list, when it is only read, then nothing is written; when it is imported, then they are the body’s', async () => {
    expect(accepted(await api.operator.post('/api/v1/office-files?dryRun=true', { text: OFFICES }))).toMatchObject({
      offices: [{ line: 2, place: 'riga 2', id: 'lavori-pubblici', kind: 'area' }, {}, { id: 'urp', kind: 'office' }],
      problems: [],
    });
    expect(await api.engine.load('body', 'registry')).toBeNull();
    const headers = { 'idempotency-key': newKey() };
    const first = accepted(await api.operator.command('/api/v1/office-files', { text: OFFICES }, headers));
    expect(accepted(await api.operator.command('/api/v1/office-files', { text: OFFICES }, headers))).toEqual(first);
    const body = accepted(await api.operator.get('/api/v1/body'));
    expect(body['offices']).toEqual(
      expect.arrayContaining([{ id: 'lavori-pubblici', name: 'Lavori pubblici', kind: 'area' }]),
    );
  });

  it('given the body’s offices, then an account of an office that nobody knows is refused, with the one that may be meant', async () => {
    const account = { user: 'ida', office: 'polizia-locales', roles: ['responsabile'] };
    const answer = await api.operator.post('/api/v1/accounts', account);
    expect(refused(answer)).toBe('422 objective/unknown-office');
    expect(answer.body).toMatchObject({ detail: expect.stringContaining('Forse si intendeva «polizia-locale».') });
    const { id } = accepted(await api.operator.post('/api/v1/accounts', { ...account, office: 'polizia-locale' }));
    const changed = { name: null, email: null, office: 'polizia-locales', roles: ['responsabile'] };
    expect(refused(await api.operator.post(`/api/v1/accounts/${String(id)}`, changed))).toMatch(/unknown-office$/);
    const runs = { user: 'sistemista', office: 'ced', roles: ['amministratore'] };
    accepted(await api.operator.post('/api/v1/accounts', runs));
    // of the workflow file, and the body has it whatever its list says
    accepted(await api.operator.post('/api/v1/accounts', { user: 'oiv', office: 'nucleo', roles: ['nucleo'] }));
  });

  it('given people in a list with faults, then each is told with its line and nobody gets an account', async () => {
    const text = `${HEAD}\nAnna;Riva;;Lavori pubblici;responsabile\nUgo;Po;;Sport;mago`;
    const answer = await api.operator.post('/api/v1/people-files', { text });
    expect(refused(answer)).toBe('422 import/problems');
    expect((answer.body as { problems: unknown }).problems).toMatchObject([
      { line: 3, place: 'riga 3', code: 'import/unknown-office' },
      { line: 3, code: 'import/unknown-role' },
    ]);
    const accounts = accepted(await api.operator.get('/api/v1/accounts'))['accounts'] as { user: string }[];
    expect(accounts.map(({ user }) => user)).not.toContain('anna.riva');
  });

  it('given people in a list, then each gets an account and a link, and who has one is left as they are', async () => {
    const text = `${HEAD}\nAnna;Riva;a.riva@comune.example;Lavori pubblici;responsabile`;
    expect(accepted(await api.operator.post('/api/v1/people-files?dryRun=true', { text }))).toMatchObject({
      people: [{ user: 'anna.riva', office: 'lavori-pubblici', known: false }],
      problems: [],
    });
    const made = accepted(await api.operator.post('/api/v1/people-files', { text }));
    expect(made).toMatchObject({
      created: [{ user: 'anna.riva', name: 'Anna Riva', link: { url: expect.stringContaining('/#/password/') } }],
      known: [],
    });
    const more = `${text}\nUgo;Po;;urp;revisore`;
    expect(accepted(await api.operator.post('/api/v1/people-files', { text: more }))).toMatchObject({
      created: [{ user: 'ugo.po' }],
      known: ['anna.riva'],
    });
    expect(refused(await (await api.as('finanziaria')).post('/api/v1/people-files', { text }))).toMatch(/^403/);
  });

  it('given offices of the workflow file that the body’s own list lacks, then people are theirs, by each of their names', async () => {
    const rows = ['Ugo;Oro;;Giunta Comunale;giunta', 'Ida;Oro;;Giunta Municipale;giunta', 'Ada;Oro;;giunta;giunta'];
    const list = { text: [HEAD, ...rows, 'Leo;Oro;;Consulta;giunta'].join('\n') };
    const other = await startTestApi();
    try {
      accepted(await other.operator.command('/api/v1/office-files', { text: OFFICES }));
      expect(accepted(await other.operator.post('/api/v1/people-files?dryRun=true', list))).toMatchObject({
        people: [...rows.map(() => ({ office: 'giunta' })), { office: '' }],
        problems: [{ line: 5, code: 'import/unknown-office' }],
      });
    } finally {
      await other.close();
    }
  });

  it('given a list whose answer was lost, when it is sent again with its key, then the same people have links that work', async () => {
    const text = `${HEAD}\nEva;Po;;urp;revisore\nEzio;Po;;urp;revisore`;
    const headers = { 'idempotency-key': newKey() };
    const send = (list: string) => api.operator.post('/api/v1/people-files', { text: list }, headers);
    const users = (answer: Record<string, unknown>) =>
      (answer['created'] as { user: string }[]).map(({ user }) => user);
    expect(users(accepted(await send(text)))).toEqual(['eva.po', 'ezio.po']);
    const second = accepted(await send(text));
    expect(users(second)).toEqual(['eva.po', 'ezio.po']);
    const [{ link }] = second['created'] as [{ link: { url: string } }];
    const token = /#\/password\/(.*)$/.exec(link.url)?.[1];
    expect((await api.anyone.post('/api/v1/password-links/reading', { token })).status).toBe(200);
    expect(refused(await send(`${text}\nElio;Po;;urp;revisore`))).toBe('422 command/key-reused');
  });

  it('given an area of a plan, when a list names it without its code, then it is that one; with another, then it is told', async () => {
    const warned = { line: 2, place: 'riga 2', code: 'import/office-of-same-name' };
    const list = (code: string) => `Codice;Denominazione;Tipo\n${code};Area Polizia Locale;area\n;Finanziaria;area`;
    const path = '/api/v1/office-files';
    const other = await startTestApi();
    try {
      const { position } = accepted(await other.operator.command('/api/v1/plans', { text: writtenPlan }));
      accepted(await other.operator.get(`/api/v1/plans?minPosition=${String(position)}`));
      const read = await other.operator.post(`${path}?dryRun=true`, { text: list('') });
      expect(accepted(read)).toMatchObject({ offices: [{ id: 'polizia-locale' }, {}], warnings: [] });
      const another = { text: list('pm') };
      expect(accepted(await other.operator.post(`${path}?dryRun=true`, another))).toMatchObject({ warnings: [warned] });
      expect(accepted(await other.operator.command(path, another))).toMatchObject({ warnings: [warned] });
    } finally {
      await other.close();
    }
  });

  it('given an office of the body, when a plan calls an area as it, then its shares are that office’s, and it is said', async () => {
    const other = await startTestApi();
    try {
      const text = 'Codice;Denominazione;Tipo\npm;Area Polizia Locale;area';
      expect(accepted(await other.operator.command('/api/v1/office-files', { text }))).toMatchObject({ warnings: [] });
      const read = accepted(await other.operator.post('/api/v1/plans?dryRun=true', { text: writtenPlan }));
      expect(read['remarks']).toEqual([expect.stringContaining("«Polizia locale» è letta come l'ufficio «pm»")]);
      accepted(await other.operator.command('/api/v1/plans', { text: writtenPlan }));
      const loaded = await other.engine.load('plan', '2022');
      expect(loaded?.state.document?.areas.map(({ id }) => id)).toEqual(['finanziaria', 'pm']);
    } finally {
      await other.close();
    }
  });

  it('given five hundred people, then one call makes their accounts', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `Nome${index};Cognome${index};;Polizia locale;responsabile`);
    const begun = process.cpuUsage();
    const made = accepted(await api.operator.post('/api/v1/people-files', { text: [HEAD, ...rows].join('\n') }));
    expect((made['created'] as unknown[]).length).toBe(500);
    // of the processor, which others may have meanwhile: to hash as many passwords would take more
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(20_000);
  });
});
