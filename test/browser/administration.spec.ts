import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../apps/cli/src/supervisor/project-root.js';
import { atTheFrontDoor } from './at-the-front-door.js';
import { DESK, PHONE, type Person } from './person/person.js';

const door = atTheFrontDoor();

const PLAN = readFileSync(join(PROJECT_ROOT, 'examples/comune/piano-2022.md'));
/** Its last area has 10 of the 20 points that it may have. */
const SHORT_PLAN = [
  'COMUNE DI ESEMPIO',
  'PIANO DELLA PERFORMANCE 2023',
  'Il peso complessivo degli obiettivi di ciascuna area è al massimo 20.',
  '## MISSIONE 1 - SERVIZI',
  '### 1.1 Servizi vicini',
  '',
  'N.\tObiettivo\tArea\tPerformance attesa al 31.12.2023\tPeso\tPerformance realizzata al 31.12.2023',
  '1\tPagamenti in linea\tFinanziaria\tAlmeno 80% dei pagamenti entro il 30/06/2023\t20\t',
  '2\tStrade sicure\tPolizia locale\tRelazione entro il 31/10/2023\t10\t',
].join('\n');
const plan = (text: string | Buffer) => ({ name: 'piano.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
const file = (person: Person) => person.page.locator('input[type=file]');
const heading = (person: Person, name: string) => person.page.getByRole('heading', { name });
const button = (person: Person, name: string | RegExp) => person.page.getByRole('button', { name });

async function administrator(size = DESK): Promise<Person> {
  const person = await door.sit({ size });
  await person.signIn('admin');
  await person.settle();
  return person;
}

describe.each([
  { where: 'at a desk', size: DESK },
  { where: 'on a phone', size: PHONE },
])('the administration $where', ({ size }) => {
  it('shows a plan beside its document, each side following the other', async () => {
    const person = await administrator(size);
    await person.open('/#/plan-import');
    await person.attach(file(person), plan(PLAN));
    await person.click(button(person, '5.3.1 STRADE'));
    await person.see(person.page.locator('.source-row.selected').getByText('Letto come 5.3.1'));
    await person.click(button(person, 'riga 210 Letto come 1.2.1'));
    await person.see(person.page.locator('.read-facts.selected').getByText('COMITATI DI ZONA'));
    expect(await person.barriers()).toEqual([]);
    await person.open('/#/plan-import?step=weights');
    await person.see(person.page.getByText('raggiunge il massimo'));
    expect(await person.barriers()).toEqual([]);
  });

  it('lets a person say that a plan which seems cut off is whole', async () => {
    const person = await administrator(size);
    await person.open('/#/plan-import');
    await person.attach(file(person), plan(SHORT_PLAN));
    await person.see(person.page.getByText(/i pesi non arrivano ai massimi .*sembra interrotto/));
    await person.click(person.page.getByRole('link', { name: 'È tutto qui? Dirlo fra le domande' }));
    const question = person.page.getByRole('group', { name: /sembra interrotto dopo la riga \d+: è tutto qui/ });
    await person.see(question);
    expect(await button(person, 'Accetta le proposte rimaste').count()).toBe(0); // nobody but a person can know
    expect(await person.barriers()).toEqual([]);
    await person.click(question.getByLabel(/Sì: è tutto/));
    await person.see(person.page.getByText('A tutte le domande è stata data una risposta.'));
    await person.open('/#/plan-import?step=weights');
    await person.see(button(person, 'Prepara il piano in bozza'));
  });
});

describe('an administrator', () => {
  it('chooses a file with the keyboard alone', async () => {
    const person = await administrator();
    await person.open('/#/plan-import');
    await person.see(person.page.getByRole('heading', { name: 'Importare il piano' })); // it takes the focus as it opens
    await person.tabTo(file(person));
    expect(await file(person).evaluate((field) => field.matches(':focus-visible'))).toBe(true);
  });

  it('is told where a plan cannot be read, and finds the document again after leaving', async () => {
    const person = await administrator();
    await person.open('/#/plan-import');
    await person.attach(file(person), plan(PLAN.toString().replace('\t45\t', '\tquarantacinque\t')));
    await person.see(person.page.getByText('Il peso «quarantacinque» alla riga 241 non si legge'));
    await person.open('/#/dashboard');
    await person.open('/#/plan-import');
    await person.see(person.page.getByText('1 cosa da correggere nel documento'));
  });

  it('gives people an account from a list, after its faults are corrected', async () => {
    const person = await administrator();
    const list = (...lines: string[]) => ({
      name: 'persone.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Nome;Utente;Ufficio;Ruoli', ...lines].join('\n')),
    });
    await person.open('/#/administration/people/file');
    await person.attach(file(person), list('Anna Riva;anna.riva;Ragioneria;responsabile'));
    await person.see(person.page.getByText('1 cosa da correggere nel file'));
    await person.click(button(person, 'Scegli un altro file'));
    await person.attach(file(person), list('Anna Riva;anna.riva;Urbanistica;responsabile'));
    await person.click(button(person, 'Crea 1 account'));
    await person.see(heading(person, 'Collegamento per Anna Riva'));
    await person.open('/#/administration');
    await person.see(person.page.getByRole('row', { name: /Anna Riva.*Password da scegliere/ }));
    await person.click(person.page.getByText(/non (ha|hanno) ancora scelto la password/));
    await person.click(button(person, 'Crea nuovi collegamenti'));
    await person.see(heading(person, 'Collegamento per Anna Riva'));
    const csv = person.page.getByRole('link', { name: 'Scarica come CSV' });
    expect(decodeURIComponent((await csv.getAttribute('href')) ?? '')).toMatch(/"Anna Riva";"anna\.riva";"";"http/);
    expect(await person.barriers()).toEqual([]);
  });

  it('disables an account and enables it again', async () => {
    const person = await administrator();
    await person.open('/#/administration');
    await person.fill(person.page.getByLabel(/^Cerca/), 'revisore');
    await person.click(person.page.getByRole('link', { name: /revisione/i }));
    await person.click(button(person, 'Disattiva'));
    await person.click(person.page.getByRole('dialog').getByRole('button', { name: 'Disattiva' }));
    await person.see(person.page.getByText('Disattivato', { exact: true }));
    await person.click(button(person, 'Riattiva'));
    await person.see(person.page.getByText('Attivo', { exact: true }));
  });
});

describe('somebody whose role is not for a screen', () => {
  it('is told at once why and who could, without its form', async () => {
    const person = await door.sit();
    await person.signIn('polizia-locale');
    for (const [address, what, who] of [
      ['/#/administration', 'vedere gli account', 'amministratore del sistema'],
      ['/#/premiums/new', 'calcolare i premi', 'ufficio personale'],
      ['/#/audit-trail', 'leggere la traccia degli atti', 'amministratore del sistema, segretario generale, nucleo'],
    ]) {
      await person.open(address);
      await person.see(person.page.getByRole('alert').filter({ hasText: `per ${what}: lo può fare ${who}` }));
      expect(await person.page.locator('main form').count()).toBe(0);
    }
    expect(await person.barriers()).toEqual([]);
  });
});
