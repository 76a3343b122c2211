import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, romeDayOf } from '#domain';
import { withoutEvaluations } from '../support/without-evaluations.js';
import { atTheFrontDoor } from './at-the-front-door.js';
import type { Person } from './person/person.js';
import { planOfTwoAreas } from './person/plan-of-two-areas.js';

// in a few minutes nobody's evaluation becomes definitive: this body evaluates nobody
const rules = mkdtempSync(join(tmpdir(), 'traguardo-rules-'));
const door = atTheFrontDoor({ body: 'borgo-sereno', env: { TRAGUARDO_WORKFLOW: withoutEvaluations(rules) } });
afterAll(() => rmSync(rules, { recursive: true }));

const link = ({ page }: Person, name: string | RegExp) => page.getByRole('link', { name, exact: true });
const button = ({ page }: Person, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = ({ page }: Person, label: string | RegExp) => page.getByLabel(label);
const heading = ({ page }: Person, name: string) => page.getByRole('heading', { name });
const said = ({ page }: Person, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

/** By the clock of the wall: no act is of a day to come. */
const today = () => romeDayOf(new Date().toISOString());
/** On the last evening the plan is of the year that begins. */
const YEAR = addDays(today(), 1).slice(0, 4);
const ARCHIVES = 'Digitalizzazione degli archivi';
const ADMINISTRATOR = { user: 'm.rossi', password: 'quattro gatti sul tetto rosso' };

/** Who works at the body: the office, and the roles as the form calls them. */
const people = {
  segretaria: { office: 'Segretario generale', roles: ['Segretario generale', 'Responsabile'] },
  amministrativa: { office: 'Area Amministrativa', roles: ['Responsabile'] },
  tecnica: { office: 'Area Tecnica', roles: ['Responsabile'] },
  nucleo: { office: 'Nucleo di valutazione', roles: ['Nucleo di valutazione'] },
  giunta: { office: 'Giunta', roles: ['Giunta'] },
  personale: { office: 'Ufficio personale', roles: ['Ufficio personale'] },
  ragioniera: { office: 'Servizio finanziario', roles: ['Responsabile'] },
  revisore: { office: 'Organo di revisione', roles: ['Revisore'] },
} as const;

type User = keyof typeof people;

const users = Object.keys(people) as User[];
const passwordOf = (user: string) => `sette mele verdi per ${user.length} ragni`;
const links = new Map<User, string>();

async function enter(user: User): Promise<Person> {
  const person = await door.sit();
  await person.signIn(user, passwordOf(user));
  return person;
}

async function record(person: Person, act: { readonly kind: string; readonly number: string; readonly date: string }) {
  await person.choose(person.page.getByLabel('Atto', { exact: true }), 'Un altro atto, non registrato…');
  await person.fill(field(person, 'Tipo'), act.kind);
  await person.fill(field(person, 'Numero'), act.number);
  await person.fill(field(person, 'Data'), act.date);
}

/** What stands behind the address of the page in a link. */
const pathOf = (url: string) => url.slice(url.indexOf('/#/'));

describe('a body of its own, from the first start to the premium', () => {
  it('knows nothing of the demonstration', async () => {
    const somebody = await door.sit();
    await somebody.open();
    await somebody.see(somebody.page.getByRole('heading'));
    await somebody.settle();
    expect(await somebody.page.locator('body').textContent()).not.toMatch(/traguardo-demo|dimostrazione/i);
    expect(await somebody.barriers()).toEqual([]);
  });

  it('is opened by the one-time link of its first administrator', async () => {
    const [url] = await door.stack.said(/https?:\S+\/#\/password\/\S+/);
    const administrator = await door.sit();
    await administrator.open(pathOf(url));
    await administrator.fill(field(administrator, 'Nome utente'), ADMINISTRATOR.user);
    await administrator.fill(field(administrator, /^Password/), ADMINISTRATOR.password);
    expect(await administrator.barriers()).toEqual([]);
    await administrator.click(button(administrator, 'Crea l’amministratore ed entra'));
    await administrator.see(heading(administrator, 'Come si chiama l’ente?'));

    const late = await door.sit();
    await late.open(pathOf(url));
    await late.see(heading(late, 'Il collegamento non vale più'));
  });

  it('is set up in guided steps: name, calendar, offices, people, plan; also by somebody faster than its tables', async () => {
    const administrator = await door.sit();
    await administrator.signIn(ADMINISTRATOR.user, ADMINISTRATOR.password);
    await administrator.see(heading(administrator, 'Come si chiama l’ente?'));
    await administrator.fill(field(administrator, 'Nome dell’ente'), 'Comune di Borgo Sereno');
    await administrator.click(button(administrator, 'Salva e continua'));

    await administrator.see(heading(administrator, 'Quando si festeggia il patrono?'));
    await administrator.settle();
    door.stack.pause('worker');
    await administrator.choose(administrator.page.getByRole('combobox', { name: 'Giorno' }), '24');
    await administrator.choose(field(administrator, 'Mese'), 'giugno');
    await administrator.click(button(administrator, 'Salva e continua'));

    await administrator.see(heading(administrator, 'Quali aree e uffici ci sono?'));
    await administrator.click(button(administrator, 'Aggiungi gli uffici del procedimento'));
    const rows = administrator.page.getByPlaceholder('Nome');
    for (const [kind, name] of [
      ['Aggiungi un’area', 'Area Amministrativa'],
      ['Aggiungi un’area', 'Area Tecnica'],
      ['Aggiungi un ufficio', 'Organo di revisione'],
    ] as const) {
      await administrator.click(button(administrator, kind));
      await administrator.fill(rows.last(), name);
    }
    await administrator.click(button(administrator, 'Salva e continua'));

    await administrator.see(heading(administrator, 'Chi lavorerà con Traguardo?'));
    door.stack.resume('worker');
    await administrator.open('/#/setup/offices');
    await administrator.settle();
    await expect(rows.last().inputValue()).resolves.toBe('Organo di revisione');
    await administrator.open('/#/setup/people');
    for (const user of users) {
      const { office, roles } = people[user];
      await administrator.fill(field(administrator, 'Nome utente'), user);
      await administrator.choose(administrator.page.getByRole('combobox', { name: 'Ufficio' }), office);
      const choices = administrator.page.getByRole('group', { name: 'Ruoli' });
      for (const role of roles) await administrator.click(choices.getByText(role, { exact: true }));
      await administrator.click(button(administrator, 'Crea l’account'));
      const slip = administrator.page.getByRole('region', { name: `Collegamento per ${user}` });
      await administrator.see(slip);
      links.set(user, (await slip.getByText('/#/password/').textContent()) ?? '');
    }
    await administrator.click(link(administrator, 'Continua'));

    await administrator.click(link(administrator, 'Importa il piano'));
    await administrator.attach(field(administrator, /Scegliere il file del piano/), await planOfTwoAreas(Number(YEAR)));
    await administrator.see(heading(administrator, 'Ciò che è stato letto'));
    await administrator.click(link(administrator, 'Continua'));
    await administrator.see(administrator.page.getByText('Il documento non lascia nulla di aperto.'));
    await administrator.click(link(administrator, 'Continua'));
    await administrator.click(button(administrator, 'Prepara il piano in bozza'));
    await administrator.see(heading(administrator, `Il piano ${YEAR} è in bozza`));
    await administrator.click(link(administrator, 'Torna alla configurazione'));
    await administrator.click(button(administrator, 'Concludi la configurazione'));
    await administrator.see(said(administrator, 'Configurazione conclusa.'));
    await administrator.see(heading(administrator, 'Da fare'));
  });

  it('lets everybody choose a password by a link of their own', async () => {
    for (const user of users) {
      const person = await door.sit();
      await person.open(pathOf(links.get(user) ?? ''));
      await person.fill(field(person, /^Password/), passwordOf(user));
      await person.click(button(person, 'Scegli la password ed entra'));
      await person.see(heading(person, 'Da fare'));
      await person.leave();
    }
    expect(links.size).toBe(users.length);
  });

  it('has its plan approved by an act and in force, its shares assigned and acknowledged', async () => {
    const giunta = await enter('giunta');
    await giunta.open(`/#/plans/${YEAR}`);
    await record(giunta, { kind: 'DGC', number: '12', date: today() });
    await giunta.click(button(giunta, 'Approva con atto'));
    await giunta.see(said(giunta, 'Piano approvato.'));
    await giunta.click(button(giunta, 'Fai entrare in vigore'));
    await giunta.see(said(giunta, 'Piano in vigore.'));

    const segretaria = await enter('segretaria');
    for (const [office, title] of [
      ['Area Amministrativa', ARCHIVES],
      ['Area Amministrativa', 'Tempi di pagamento'],
      ['Area Tecnica', 'Manutenzione delle scuole'],
      ['Segretario generale', 'Prevenzione della corruzione'],
    ])
      await segretaria.click(button(segretaria, `Assegna a ${office}: ${title}`));

    const head = await enter('amministrativa');
    await head.click(button(head, `Prendo visione: ${ARCHIVES}`));
    await head.see(said(head, `Presa visione registrata: ${ARCHIVES}`));
  });

  it('sees progress, a rendicontazione, its return with points and every approval', async () => {
    const head = await enter('amministrativa');
    await head.click(link(head, `Aggiorna ${ARCHIVES}`));
    await head.fill(field(head, 'A che punto è la quota'), '85');
    await head.click(button(head, 'Registra'));
    await head.see(said(head, `Avanzamento registrato: ${ARCHIVES}`));
    await head.open(`/#/objectives/${YEAR}-1.1.1`);
    await head.click(link(head, 'Rendiconta'));
    await head.fill(field(head, 'Che cosa è stato misurato'), '80% delle pratiche');
    await head.fill(field(head, 'Grado di raggiungimento dichiarato'), '100');
    await head.click(button(head, 'Invia la rendicontazione'));
    await head.see(said(head, `Rendicontazione inviata: ${ARCHIVES}`));

    const segretaria = await enter('segretaria');
    await segretaria.click(link(segretaria, `Esamina: ${ARCHIVES}`));
    await segretaria.click(button(segretaria, 'Restituisci'));
    await segretaria.fill(field(segretaria, 'Punti'), 'Quante pratiche in tutto?');
    await segretaria.click(button(segretaria, 'Restituisci'));
    await segretaria.see(said(segretaria, `Rendicontazione restituita: ${ARCHIVES}`));

    await head.open('/');
    await head.click(link(head, `Integra: ${ARCHIVES}`));
    await head.see(head.page.getByText('Quante pratiche in tutto?'));
    await head.fill(field(head, 'Che cosa è stato misurato'), '1.600 pratiche su 2.000');
    await head.click(button(head, 'Invia la rendicontazione'));
    await head.see(said(head, `Rendicontazione inviata: ${ARCHIVES}`));

    await segretaria.open('/');
    await segretaria.click(link(segretaria, `Esamina: ${ARCHIVES}`));
    await segretaria.click(button(segretaria, 'Approva il passo'));
    await segretaria.see(said(segretaria, `Passo approvato: ${ARCHIVES}`));
    const nucleo = await enter('nucleo');
    await nucleo.click(link(nucleo, `Esamina: ${ARCHIVES}`));
    await nucleo.click(button(nucleo, 'Approva il passo'));
    await nucleo.see(said(nucleo, `Passo approvato: ${ARCHIVES}`));
    const giunta = await enter('giunta');
    await giunta.click(link(giunta, `Esamina: ${ARCHIVES}`));
    await record(giunta, { kind: 'DGC', number: '130', date: today() });
    await giunta.click(button(giunta, 'Approva il passo'));
    await giunta.see(said(giunta, `Passo approvato: ${ARCHIVES}`));
    await nucleo.click(link(nucleo, `Attribuisci il grado: ${ARCHIVES}`));
    await nucleo.click(button(nucleo, 'Attribuisci il grado'));
    await nucleo.see(said(nucleo, `Grado attribuito: ${ARCHIVES}`));
  });

  it('pays the premium by an act, and closes the objective', async () => {
    const personale = await enter('personale');
    await personale.open('/#/premiums/new');
    await personale.fill(field(personale, 'Importo del fondo'), '10.000');
    await personale.click(button(personale, 'Calcola'));
    // 60 points of the 200 of both areas, reached in full
    await personale.see(
      personale.page
        .getByRole('row')
        .filter({ hasText: ARCHIVES })
        .getByText(/^3\.000,00\s€$/),
    );
    for (const [document, kind] of [
      ['Costituzione del fondo', 'determina'],
      ['Contratto integrativo certificato dai revisori', 'CCDI'],
      ['Validazione della Relazione sulla performance', 'verbale'],
    ] as const) {
      const named = personale.page.getByRole('group', { name: document });
      await personale.choose(named.getByRole('combobox'), 'Un altro atto, non registrato…');
      await personale.fill(named.getByLabel('Tipo'), kind);
      await personale.fill(named.getByLabel('Numero'), '1');
      await personale.fill(named.getByLabel('Data'), today());
    }
    await personale.click(button(personale, 'Proponi'));
    await personale.see(said(personale, 'Ripartizione proposta.'));
    const run = pathOf(personale.page.url());

    const ragioniera = await enter('ragioniera');
    await ragioniera.open(run);
    await ragioniera.click(link(ragioniera, 'A che punto è l’approvazione'));
    await ragioniera.click(button(ragioniera, 'Registra'));
    await ragioniera.see(said(ragioniera, /Esito registrato/));
    const segretaria = await enter('segretaria');
    await segretaria.open(run);
    await segretaria.click(link(segretaria, 'A che punto è l’approvazione'));
    await record(segretaria, { kind: 'DET', number: '7', date: today() });
    await segretaria.click(button(segretaria, 'Registra'));
    await segretaria.see(said(segretaria, /Esito registrato/));
    await personale.click(button(personale, 'Liquida con atto'));
    await personale.see(said(personale, 'Premi liquidati.'));

    await segretaria.open(`/#/objectives/${YEAR}-1.1.1`);
    await segretaria.click(button(segretaria, 'Chiudi l’obiettivo'));
    await segretaria.see(said(segretaria, 'Obiettivo chiuso.'));
  });

  it('finds all of it in the audit trail, with every way in', async () => {
    const revisore = await enter('revisore');
    await revisore.open(`/#/audit-trail?objective=${YEAR}-1.1.1`);
    for (const event of [
      'Obiettivo definito dal piano',
      'Quota assegnata a Area Amministrativa',
      'Presa visione',
      'Avanzamento registrato: 85 %',
      'Rendicontazione restituita per integrazioni',
      'Passo approvato',
      'Grado attribuito: 100 %',
      'Premio liquidato',
      'Obiettivo chiuso',
    ])
      await revisore.see(revisore.page.getByRole('row').filter({ hasText: event }));
    await revisore.open('/#/audit-trail?type=account.signed-in.v1&office=amministratore');
    await revisore.see(revisore.page.getByRole('row').filter({ hasText: 'Accesso' }));
    await revisore.open('/#/audit-trail?type=account.link-used.v1');
    await revisore.see(revisore.page.getByRole('row').filter({ hasText: 'Collegamento per la password usato' }));
  });
});
