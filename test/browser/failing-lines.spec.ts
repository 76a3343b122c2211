import { clientOf } from '../support/client.js';
import { PASSWORD } from '../support/people.js';
import { atTheFrontDoor } from './at-the-front-door.js';
import type { Person } from './person/person.js';
import { planOfTwoAreas } from './person/plan-of-two-areas.js';
import { layLine, type Line } from './stack/line.js';
import { auditTrail } from './stack/log.js';
import { until } from './stack/until.js';

const door = atTheFrontDoor();

const AWAY = 'Il server non risponde: quanto scritto resta qui e parte da solo appena torna.';
const SLOW = 'Il server è lento, non serve premere di nuovo.';

const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });
const field = ({ page }: Person, label: string | RegExp) => page.getByLabel(label);
const said = ({ page }: Person, words: string) => page.getByRole('status').filter({ hasText: words });
const form = (objective: string, share: string, act: string) =>
  `/#/objectives/2022-${objective}/shares/${objective}-${share}/${act}`;

/** How often something is in the log. */
async function times(type: string, objective: string, data: Readonly<Record<string, unknown>> = {}): Promise<number> {
  const events = await auditTrail(door.stack.address, { type: `objective.${type}.v1`, objective: `2022-${objective}` });
  return events.filter((event) => Object.entries(data).every(([name, value]) => event.data[name] === value)).length;
}

let line: Line;

beforeAll(async () => {
  line = await layLine(door.stack.address);
});

afterEach(() => line.mend());

afterAll(() => line.close());

/** Somebody whose line is about to fail. */
async function enter(user: string): Promise<Person> {
  const person = await door.sit({ address: line.address });
  person.expectFaults();
  await person.signIn(user);
  return person;
}

describe('a report of progress', () => {
  it('given a line that breaks before it is sent, then it waits in its place and goes by itself, once', async () => {
    const head = await enter('lavori-pubblici');
    await head.open(form('1.2.1', 'lavori-pubblici', 'progress'));
    await head.fill(field(head, 'A che punto è la quota'), '51');
    await head.fill(field(head, /Nota/), 'Due comitati su quattro');
    line.cut();
    await head.click(button(head, 'Registra'));
    await head.see(head.page.getByText(AWAY));
    expect(await field(head, /Nota/).inputValue()).toBe('Due comitati su quattro');
    line.mend();
    await head.see(said(head, 'Avanzamento registrato: COMITATI DI ZONA'));
    expect(await times('progress-reported', '1.2.1', { value: '51' })).toBe(1);
  });

  it('given a line that breaks when it is done and not yet answered, then it is not done again', async () => {
    const head = await enter('lavori-pubblici');
    await head.open(form('1.2.1', 'lavori-pubblici', 'progress'));
    await head.fill(field(head, 'A che punto è la quota'), '52');
    line.slow(60_000);
    await head.click(button(head, 'Registra'));
    await until('it is in the log', async () =>
      (await times('progress-reported', '1.2.1', { value: '52' })) === 1 ? true : undefined,
    );
    line.cut();
    await head.see(head.page.getByText(AWAY));
    line.mend();
    await head.see(said(head, 'Avanzamento registrato: COMITATI DI ZONA'));
    expect(await times('progress-reported', '1.2.1', { value: '52' })).toBe(1);
  });

  it('given a reload in the middle, then what was typed is there', async () => {
    const head = await enter('lavori-pubblici');
    await head.open(form('5.1.2', 'lavori-pubblici', 'progress'));
    await head.fill(field(head, 'A che punto è la quota'), '61');
    await head.fill(field(head, /Nota/), 'A metà della frase');
    await head.page.reload();
    await head.see(head.page.getByText('Ripresa la bozza'));
    expect(await field(head, 'A che punto è la quota').inputValue()).toBe('61');
    expect(await field(head, /Nota/).inputValue()).toBe('A metà della frase');
    await head.click(button(head, 'Registra'));
    await head.see(head.page.getByRole('heading', { name: 'VIE SICURE' }));
    await head.open(form('5.1.2', 'lavori-pubblici', 'progress'));
    await head.see(field(head, 'A che punto è la quota'));
    expect(await field(head, 'A che punto è la quota').inputValue()).toBe('');
  });

  it('given a session that ended while typing, then it goes on after signing in again', async () => {
    const head = await enter('polizia-locale');
    await head.open(form('10.1.1', 'polizia-locale', 'progress'));
    await head.fill(field(head, 'A che punto è la quota'), '48');
    await endSessions('polizia-locale');
    await head.click(button(head, 'Registra'));
    const dialog = head.page.getByRole('dialog', { name: 'La sessione è scaduta' });
    await head.see(dialog);
    expect(await head.barriers()).toEqual([]);
    expect(await dialog.getByLabel('Nome utente').inputValue()).toBe('polizia-locale');
    await head.fill(dialog.getByLabel('Password'), PASSWORD);
    await head.press('Enter');
    await head.see(said(head, 'Avanzamento registrato: DISCARICHE ABUSIVE'));
    expect(await times('progress-reported', '10.1.1', { value: '48' })).toBe(1);
  });
});

describe('a rendicontazione', () => {
  it('given an API that stands still, then it says that it is slow, and goes on when the API does', async () => {
    const head = await enter('finanziaria');
    await head.open(form('14.2.2', 'finanziaria', 'rendicontazione'));
    await head.see(field(head, 'Che cosa è stato misurato'));
    for (const measured of await field(head, 'Che cosa è stato misurato').all())
      await head.fill(measured, 'Sportello aperto tre giorni');
    await head.fill(field(head, 'Grado di raggiungimento dichiarato'), '75');
    await head.fill(field(head, /Relazione/), 'Come da piano');
    door.stack.pause('api');
    await head.click(button(head, 'Invia la rendicontazione'));
    await head.see(head.page.getByText(SLOW));
    await head.press('Enter'); // once more, on the button that was pressed
    expect(await field(head, /Relazione/).inputValue()).toBe('Come da piano');
    door.stack.resume('api');
    await head.see(said(head, 'Rendicontazione inviata: SPORTELLO TARI'));
    expect(await times('rendicontazione-submitted', '14.2.2')).toBe(1);
  });

  it('given an API that is killed while its approval is on the way, then it is approved once', async () => {
    const segretario = await enter('segretario-generale');
    await segretario.open(form('14.2.2', 'finanziaria', 'approval'));
    await segretario.fill(field(segretario, /Nota/), 'Verificato allo sportello');
    door.stack.pause('api');
    await segretario.click(button(segretario, 'Approva il passo'));
    const up = door.stack.kill('api');
    await segretario.see(segretario.page.getByText(AWAY));
    expect(await field(segretario, /Nota/).inputValue()).toBe('Verificato allo sportello');
    await up;
    await segretario.see(said(segretario, 'Passo approvato: SPORTELLO TARI'));
    expect(await times('rendicontazione-approved', '14.2.2')).toBe(1);
  });

  it('given somebody who does not want to wait, then nothing typed is lost and it can be sent again', async () => {
    const nucleo = await enter('nucleo');
    await nucleo.open(form('14.2.2', 'finanziaria', 'approval'));
    await nucleo.click(button(nucleo, 'Restituisci'));
    await nucleo.fill(field(nucleo, 'Punti'), 'Quanti cittadini allo sportello?');
    line.cut();
    await nucleo.click(button(nucleo, 'Restituisci'));
    await nucleo.click(button(nucleo, 'Non aspettare'));
    expect(await field(nucleo, 'Punti').inputValue()).toBe('Quanti cittadini allo sportello?');
    line.mend();
    await nucleo.click(button(nucleo, 'Restituisci'));
    await nucleo.see(said(nucleo, 'Rendicontazione restituita: SPORTELLO TARI'));
    expect(await times('rendicontazione-returned', '14.2.2')).toBe(1);
  });
});

describe('a plan that is imported', () => {
  it('given a line that breaks at every step, then document and answers stay, and it is drafted once', async () => {
    const administrator = await enter('admin');
    await administrator.open('/#/plan-import');
    await administrator.see(administrator.page.getByText(/Scegliere il file del piano/));
    line.cut();
    await administrator.attach(field(administrator, /Scegliere il file del piano/), await planOfTwoAreas(2023));
    await administrator.see(administrator.page.getByText(AWAY));
    line.mend();
    await administrator.see(administrator.page.getByRole('heading', { name: 'Ciò che è stato letto' }));
    await administrator.page.reload();
    await administrator.see(administrator.page.getByText('Documento: Piano 2023.docx'));
    await administrator.open('/#/plan-import?step=weights');
    await administrator.see(button(administrator, 'Prepara il piano in bozza'));
    line.slow(60_000);
    await administrator.click(button(administrator, 'Prepara il piano in bozza'));
    const drafted = () => auditTrail(door.stack.address, { type: 'plan.drafted.v1', plan: '2023' });
    await until('it is in the log', async () => ((await drafted()).length === 1 ? true : undefined));
    line.cut();
    await administrator.see(administrator.page.getByText(AWAY));
    line.mend();
    await administrator.see(administrator.page.getByRole('heading', { name: 'Il piano 2023 è in bozza' }));
    expect(await drafted()).toHaveLength(1);
  });
});

describe('a step of the setup', () => {
  it('given a line that breaks, then what was typed stays and is saved once', async () => {
    const administrator = await enter('admin');
    await administrator.open('/#/setup/body');
    await administrator.fill(field(administrator, 'Nome dell’ente'), 'Comune di Esempio di Sopra');
    line.cut();
    await administrator.press('Enter');
    await administrator.see(administrator.page.getByText(AWAY));
    expect(await field(administrator, 'Nome dell’ente').inputValue()).toBe('Comune di Esempio di Sopra');
    line.mend();
    await administrator.see(administrator.page.getByRole('heading', { name: 'Quando si festeggia il patrono?' }));
    const named = await auditTrail(door.stack.address, { type: 'body.named.v1' });
    expect(named.filter(({ data }) => data['name'] === 'Comune di Esempio di Sopra')).toHaveLength(1);
  });
});

describe('a premium', () => {
  it('given a line that breaks when it is computed and not yet answered, then it is computed once', async () => {
    const personale = await enter('personale');
    await personale.open('/#/premiums/new');
    await personale.choose(personale.page.getByRole('combobox', { name: 'Fondo' }), 'Fondo del Segretario');
    await personale.fill(field(personale, 'Importo del fondo'), '5.000');
    line.slow(60_000);
    await personale.click(button(personale, 'Calcola'));
    const computed = () => auditTrail(door.stack.address, { type: 'premium.computed.v1' });
    await until('it is in the log', async () => ((await computed()).length === 1 ? true : undefined));
    line.cut();
    await personale.see(personale.page.getByText(AWAY));
    line.mend();
    await personale.see(personale.page.getByRole('heading', { name: 'Fondo del Segretario 2022' }));
    expect(await computed()).toHaveLength(1);
  });
});

describe('a password', () => {
  const CHOSEN = 'dieci lumache sopra il muretto';

  it('given a line that breaks when it is changed and not yet answered, then it is changed, and that is said', async () => {
    const giunta = await enter('giunta');
    await giunta.open('/#/account');
    await giunta.fill(giunta.page.locator('input[autocomplete=current-password]'), PASSWORD);
    await giunta.fill(giunta.page.locator('input[autocomplete=new-password]'), CHOSEN);
    line.slow(60_000);
    await giunta.press('Enter');
    await changed('current-password');
    line.cut();
    await giunta.see(giunta.page.getByText(AWAY));
    line.mend();
    await giunta.see(said(giunta, 'Password cambiata'));
  });

  it('given a line that breaks when it is chosen by a link and not yet answered, then its owner gets in', async () => {
    const administrator = await enter('admin');
    await administrator.open('/#/administration/people/new');
    await administrator.fill(field(administrator, 'Nome utente'), 'v.bianchi');
    await administrator.choose(administrator.page.getByRole('combobox', { name: 'Ufficio' }), 'Area urbanistica');
    await administrator.click(administrator.page.getByText('Responsabile', { exact: true }));
    await administrator.click(button(administrator, 'Crea l’account'));
    const url = (await administrator.page.getByText('/#/password/').textContent()) ?? '';

    const invited = await door.sit({ address: line.address });
    invited.expectFaults();
    await invited.open(url.slice(url.indexOf('/#/')));
    await invited.fill(invited.page.locator('input[autocomplete=new-password]'), CHOSEN);
    line.slow(60_000);
    await invited.press('Enter');
    await changed('link');
    line.cut();
    await invited.see(invited.page.getByText(AWAY));
    line.mend();
    await invited.see(invited.page.getByRole('heading', { name: 'Da fare' }));
  });

  const changed = (by: string) =>
    until(`a password is changed by ${by}`, async () => {
      const events = await auditTrail(door.stack.address, { type: 'account.password-changed.v1' });
      return events.some(({ data }) => data['by'] === by) ? true : undefined;
    });
});

describe('a page that only reads', () => {
  it('given a line that breaks, then it says so, keeps what it shows, and goes on by itself', async () => {
    const head = await enter('lavori-pubblici');
    await head.settle();
    line.cut();
    await head.click(head.page.getByRole('link', { name: 'Cruscotto' }));
    await head.see(head.page.getByText('Il server non risponde. La pagina si aggiorna da sola appena torna.'));
    line.mend();
    await head.see(head.page.getByRole('table', { name: 'Per area' }));
    await head.page.getByText('Il server non risponde').waitFor({ state: 'detached' });
  });
});

describe('signing in', () => {
  it('given a line that breaks, then what was typed stays and it goes on by itself', async () => {
    const head = await door.sit({ address: line.address });
    head.expectFaults();
    await head.open();
    await head.fill(field(head, 'Nome utente'), 'urbanistica');
    await head.fill(field(head, 'Password'), PASSWORD);
    line.cut();
    await head.press('Enter');
    await head.see(head.page.getByText(AWAY));
    line.mend();
    await head.see(head.page.getByRole('heading', { name: 'Da fare' }));
  });
});

/** Ends every session of an account, as from another computer. */
async function endSessions(user: string): Promise<void> {
  const address = () => door.stack.address;
  const { body } = await clientOf(address).post('/api/v1/sessions', { user, password: PASSWORD });
  const { token } = body as { readonly token: string };
  const { status } = await clientOf(address, token).remove('/api/v1/me/sessions');
  expect(status).toBe(204);
}
