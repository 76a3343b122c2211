import { startTestApi, type TestApi } from '../support/api.js';
import { clientOf, type Client } from '../support/client.js';
import { accepted, givenInForce } from '../support/story.js';

const PEOPLE = '/api/v1/people-files';
const HEAD = 'Nome;Utente;Ufficio;Ruoli;Dal;Al;Qualifiche;Atto';

interface Imported {
  readonly created: readonly { readonly user: string; readonly id: string; readonly link: { readonly url: string } }[];
  readonly known: readonly string[];
  readonly warnings: readonly object[];
  readonly notRecorded: readonly { readonly user: string; readonly code: string; readonly message: string }[];
}

describe('people in time, from a list', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-03-01T08:00:00.000Z' }));
    await givenInForce(api);
  });
  afterAll(() => api.close());

  const send = async (...rows: readonly string[]) => {
    const sent = await api.operator.post(PEOPLE, { text: [HEAD, ...rows].join('\n') });
    const imported: unknown = accepted(sent);
    return imported as Imported;
  };
  const rehearse = async (...rows: readonly string[]) =>
    accepted(await api.operator.post(`${PEOPLE}?dryRun=true`, { text: [HEAD, ...rows].join('\n') }));
  /** What the organisation says of somebody. */
  const told = async (person: string) => {
    const state = (await api.engine.load('organisation', 'offices'))?.state;
    const tenures = [...(state?.tenures.values() ?? [])].filter((tenure) => tenure.person === person);
    return tenures.map(({ office, from, to }) => [office, from, to]);
  };
  const enter = async ({ link }: Imported['created'][number]): Promise<Client> => {
    const token = /#\/password\/(.*)$/.exec(link.url)?.[1];
    const entered = await api.anyone.post('/api/v1/password-links/use', { token, password: 'solo per questa prova' });
    return clientOf(() => api.url, String(accepted(entered)['token']));
  };
  const offices = async (client: Client) => {
    const me = accepted(await client.get('/api/v1/me')) as { offices: { office: string }[] };
    return me.offices.map(({ office }) => office);
  };
  const users = async () =>
    (accepted(await api.operator.get('/api/v1/accounts'))['accounts'] as { user: string }[]).map(({ user }) => user);

  it('given who cannot hold their office as the list says, then they have no account, and it says why and what to do', async () => {
    const row = 'Pia;pia;polizia-locale;responsabile;01/06/2022;;;DS 9 del 20/05/2022';
    const refused = [
      {
        user: 'pia',
        code: 'act/dated-in-future',
        message: expect.stringMatching(/20 maggio 2022.*dopo oggi.*1 marzo 2022.*non si crea l’account.*correggere/),
        account: false,
      },
    ];
    expect((await rehearse(row))['notRecorded']).toEqual(refused);
    expect(await send(row)).toEqual({ created: [], known: [], warnings: [], notRecorded: refused });
    expect(await users()).not.toContain('pia');
  });

  it('given a tenure that stands, then a list moves its end, and tells what else it would change', async () => {
    const row = (days: string, role = 'responsabile') => `Leo;leo;polizia-locale;${role};${days};;`;
    const [leo] = (await send(row('01/01/2022;30/06/2022'))).created;
    const person = leo?.id ?? '';
    const stands = [['polizia-locale', '2022-01-01', '2022-06-30']];
    expect(await send(row('01/01/2022;30/06/2022'))).toEqual({
      created: [],
      known: ['leo'],
      warnings: [],
      notRecorded: [],
    });
    for (const other of [row('01/03/2022;31/12/2022'), row('01/01/2022;30/06/2022', 'revisore'), row('01/01/2022;')]) {
      const refused = [
        {
          user: 'leo',
          code: 'organisation/already-holds',
          message: expect.stringMatching(/dal 1 gennaio 2022 al 30 giugno 2022, come responsabile: concludere/),
          account: true,
        },
      ];
      expect((await rehearse(other))['notRecorded']).toEqual(refused);
      expect((await send(other)).notRecorded).toEqual(refused);
    }
    expect(await told(person)).toEqual(stands);
    const longer = row('01/01/2022;31/12/2022');
    expect((await rehearse(longer))['notRecorded']).toEqual([]);
    expect(await told(person)).toEqual(stands);
    expect((await send(longer)).notRecorded).toEqual([]);
    expect(await told(person)).toEqual([['polizia-locale', '2022-01-01', '2022-12-31']]);
  });

  it('given one person with two offices in the year, then one account, and both offices in time', async () => {
    const rows = [
      'Ada Viola;ada;polizia-locale;responsabile;01/07/2022;;;',
      'Ada Viola;ada;finanziaria;responsabile;01/01/2022;30/06/2022;;',
    ];
    const { created, notRecorded } = await send(...rows);
    expect(notRecorded).toEqual([]);
    expect(created).toMatchObject([{ user: 'ada', office: 'finanziaria' }]);
    expect(await told(created[0]?.id ?? '')).toEqual([
      ['polizia-locale', '2022-07-01', null],
      ['finanziaria', '2022-01-01', '2022-06-30'],
    ]);
    expect(await send(...rows)).toEqual({ created: [], known: ['ada'], warnings: [], notRecorded: [] });
  });

  it('given who has an office by their account, when a row gives them another, then dry run and result say that the first ends, since when and what to do', async () => {
    const account = async (user: string) =>
      accepted(await api.operator.post('/api/v1/accounts', { user, office: 'finanziaria', roles: ['responsabile'] }));
    await Promise.all(['rita', 'rosa', 'remo'].map(account));
    const row = (user: string, office: string, days: string) => `${user};${user};${office};responsabile;${days};;`;
    const rows = [
      // keeps it by a row of its own
      row('rosa', 'polizia-locale', '01/02/2022;'),
      row('rosa', 'finanziaria', '01/02/2022;'),
      row('rita', 'polizia-locale', '01/05/2022;31/12/2022'),
      // what is over took it as well
      row('remo', 'polizia-locale', '01/01/2022;31/01/2022'),
    ];
    const told = (line: number, since: string) => ({
      line,
      place: expect.stringContaining(String(line)),
      code: 'import/own-office-ends',
      message: expect.stringMatching(new RegExp(`«Finanziaria».*dal ${since} .*aggiungere una riga`)),
    });
    const warnings = [told(4, '1 maggio 2022'), told(5, '1 marzo 2022')]; // of remo none of it: the account is of that day
    expect(await rehearse(...rows)).toMatchObject({ problems: [], notRecorded: [], warnings });
    const sent = await send(...rows);
    expect(sent.notRecorded).toEqual([]);
    expect(sent.warnings).toEqual(warnings);
    // it ended then, and ends no more
    expect((await rehearse(...rows))['warnings']).toEqual([]);
    expect((await send(...rows)).warnings).toEqual([]);
  });

  it('given one person of a body that judges and of another office, then dry run and result say so, as of a single request', async () => {
    const rows = [
      'Nuc Tre;nuc3;finanziaria;responsabile;01/07/2022;;;',
      'Nuc Tre;nuc3;nucleo;nucleo;01/07/2022;;;DS 10 del 28/02/2022',
    ];
    const message = expect.stringMatching(/è di Nucleo[^.]* e dell’ufficio Finanziaria/);
    const warnings = [{ line: 3, place: expect.stringContaining('3'), code: 'organisation/judged-beside', message }];
    expect(await rehearse(...rows)).toMatchObject({ problems: [], notRecorded: [], warnings });
    expect(await send(...rows)).toMatchObject({ notRecorded: [], warnings });
    // what stands already was told then
    expect((await send(...rows)).warnings).toEqual([]);
  });

  it('given who comes on a day, then nothing is theirs before it, and the office from then on', async () => {
    const { created, notRecorded } = await send('Mia;mia;polizia-locale;responsabile;01/06/2022;;;');
    expect(notRecorded).toEqual([]);
    const [mia] = created;
    if (mia === undefined) throw new Error('Mia has no account.');
    const client = await enter(mia);
    expect(await offices(client)).toEqual([]);
    const details = { name: 'Mia', email: 'mia@comune.example', office: 'polizia-locale', roles: ['responsabile'] };
    accepted(await api.operator.post(`/api/v1/accounts/${mia.id}`, details));
    expect(await offices(client)).toEqual([]);
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-06-01T08:00:00.000Z' }));
    expect(await offices(client)).toEqual(['polizia-locale']);
  });
});
