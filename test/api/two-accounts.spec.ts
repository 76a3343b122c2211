import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, givenInForce } from '../support/story.js';

const PEOPLE = '/api/v1/people-files';

describe('two accounts that may be one person', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-03-01T08:00:00.000Z' }));
    await givenInForce(api);
  });
  afterAll(() => api.close());

  const HEAD = 'nome;utente;e-mail;ufficio;ruoli;sostituisce;sostituisce dal;sostituisce fino al;atto';
  const list = (rows: readonly string[]) => ({ text: [HEAD, ...rows].join('\n') });
  const rehearse = async (...rows: readonly string[]) =>
    accepted(await api.operator.post(`${PEOPLE}?dryRun=true`, list(rows)));
  const send = async (...rows: readonly string[]) => accepted(await api.operator.post(PEOPLE, list(rows)));

  it('given two rows, or a row and an account, with one name or e-mail, then the list warns of both before and after', async () => {
    const rows = [
      'Pino Due;pd1;Due@rocca.it;polizia-locale;responsabile;;;;',
      'Giuseppe Due;pd2;due@rocca.it;finanziaria;responsabile;;;;',
    ];
    const warned = [
      expect.objectContaining({
        line: 3,
        code: 'import/one-person',
        message: expect.stringMatching(/«pd2».*stessa e-mail di «pd1».*stesso utente.*separazione dei compiti/),
      }),
    ];
    expect((await rehearse(...rows))['warnings']).toEqual(warned);
    expect((await send(...rows))['warnings']).toEqual(warned);
    const third = 'Pino  Due;;;finanziaria;responsabile;;;;';
    expect((await rehearse(third))['warnings']).toEqual([
      expect.objectContaining({ line: 2, message: expect.stringMatching(/«pino.due».*stesso nome di «pd1»/) }),
    ]);
    expect((await send(...rows))['warnings']).toEqual([]);
  });

  it('given accounts with one name or e-mail, then each is told with the others, of whoever makes one too', async () => {
    const made = await api.operator.post('/api/v1/accounts', {
      user: 'pd9',
      email: 'DUE@rocca.it',
      office: 'finanziaria',
      roles: ['responsabile'],
    });
    expect(accepted(made)['alike']).toEqual(['pd1', 'pd2']);
    const accounts = accepted(await api.operator.get('/api/v1/accounts'))['accounts'] as {
      readonly user: string;
      readonly alike: readonly string[];
    }[];
    const alike = Object.fromEntries(accounts.map((account) => [account.user, account.alike]));
    expect(alike).toMatchObject({ pd1: ['pd2', 'pd9'], pd2: ['pd1', 'pd9'], pd9: ['pd1', 'pd2'] });
    expect(alike['operatore']).toEqual([]);
  });

  it('given a stand-in that the office of the new account itself forbids, then the dry run refuses it as the list does', async () => {
    const row = 'Pia Rosa;p.rosa;;nucleo;nucleo;segretario-generale;01/03/2022;30/06/2022;DS 9 del 28/02/2022';
    const refused = [expect.objectContaining({ user: 'p.rosa', code: 'organisation/incompatible', account: true })];
    expect((await rehearse(row))['notRecorded']).toEqual(refused);
    expect((await send(row))['notRecorded']).toEqual(refused);
  });
});
