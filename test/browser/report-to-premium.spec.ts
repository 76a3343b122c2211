import type { Locator } from 'playwright-core';
import { atTheFrontDoor } from './at-the-front-door.js';
import { button, field, link, said } from './person/on-the-page.js';
import type { Person } from './person/person.js';

const door = atTheFrontDoor();

async function enter(user: string): Promise<Person> {
  const person = await door.sit();
  await person.signIn(user);
  return person;
}

const TRAINING = 'FORMAZIONE DEGLI OPERAI';
const REPORT = { name: 'attestati.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

const HOSTILE = {
  name: 'attestati.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('<!doctype html><script>fetch("/api/v1/me")</script>'),
};

describe('a head of area', () => {
  it('submits a rendicontazione with a document as proof', async () => {
    const head = await enter('lavori-pubblici');
    await head.click(link(head, `Rendiconta: ${TRAINING}`));
    await head.fill(field(head, 'Che cosa è stato misurato'), 'Corso concluso da sette operai');
    await head.fill(field(head, 'Grado di raggiungimento dichiarato'), '100');
    await head.attach(field(head, /Documenti a prova/), HOSTILE);
    await head.see(head.page.getByRole('alert').filter({ hasText: /pagina web|programma/ }));
    await head.attach(field(head, /Documenti a prova/), REPORT);
    await head.see(head.page.getByText('attestati.pdf'));
    expect(await head.barriers()).toEqual([]);
    await head.click(button(head, 'Invia la rendicontazione'));
    await head.see(said(head, `Rendicontazione inviata: ${TRAINING}`));
  });
});

describe('the Segretario Generale', () => {
  it('sends a rendicontazione back with points, and who wrote it sees that without reloading', async () => {
    const head = await enter('lavori-pubblici');
    await head.see(head.page.getByRole('heading', { name: 'Da fare' }));
    const segretario = await enter('segretario-generale');
    await segretario.click(link(segretario, `Esamina: ${TRAINING}`));
    await segretario.click(button(segretario, 'Restituisci'));
    expect(await field(segretario, 'Punti').evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
    await segretario.fill(field(segretario, 'Punti'), 'Quanti operai in tutto?\nIn quale giorno?');
    await segretario.fill(field(segretario, /Entro quale giorno/), '2022-12-30');
    await segretario.click(button(segretario, 'Restituisci'));
    await segretario.see(said(segretario, `Rendicontazione restituita: ${TRAINING}`));
    await head.see(link(head, `Integra: ${TRAINING}`));
  });

  it('approves it with the keyboard alone once it has what was missing', async () => {
    const head = await enter('lavori-pubblici');
    await head.click(link(head, `Integra: ${TRAINING}`));
    await head.see(head.page.getByText('Quanti operai in tutto?'));
    await head.see(head.page.getByText('entro il 30 dicembre 2022'));
    expect(await field(head, 'Che cosa è stato misurato').inputValue()).toBe('Corso concluso da sette operai');
    await head.fill(field(head, 'Che cosa è stato misurato'), 'Corso concluso da sette operai su sette il 20 luglio');
    await head.click(button(head, 'Invia la rendicontazione'));
    await head.see(said(head, `Rendicontazione inviata: ${TRAINING}`));

    const segretario = await enter('segretario-generale');
    await segretario.settle();
    await segretario.tabTo(link(segretario, `Esamina: ${TRAINING}`));
    await segretario.press('Enter');
    await segretario.see(button(segretario, 'Approva il passo'));
    await segretario.tabTo(button(segretario, 'Approva il passo'));
    await segretario.press('Enter');
    await segretario.see(said(segretario, `Passo approvato: ${TRAINING}`));
  });

  it('does not approve a report of its own: the Vicesegretario does', async () => {
    const segretario = await enter('segretario-generale');
    await segretario.click(link(segretario, 'Rendiconta: REGOLAMENTO DELLA GIUNTA'));
    await segretario.see(field(segretario, 'Che cosa è stato misurato'));
    for (const measured of await field(segretario, 'Che cosa è stato misurato').all())
      await segretario.fill(measured, 'Regolamento pronto per il Consiglio');
    await segretario.fill(field(segretario, 'Grado di raggiungimento dichiarato'), '80');
    await segretario.click(button(segretario, 'Invia la rendicontazione'));
    await segretario.see(said(segretario, 'Rendicontazione inviata: REGOLAMENTO DELLA GIUNTA'));
    await segretario.open('/#/objectives/2022-1.2.2/shares/1.2.2-segretario-generale/approval');
    await segretario.see(segretario.page.getByText(/Può farlo: Vicesegretario/i));

    const substitute = await enter('vicesegretario');
    await substitute.click(link(substitute, 'Esamina: REGOLAMENTO DELLA GIUNTA'));
    await substitute.click(button(substitute, 'Approva il passo'));
    await substitute.see(said(substitute, 'Passo approvato: REGOLAMENTO DELLA GIUNTA'));
  });
});

async function headersOf({ page }: Person, where: Locator) {
  const response = await page.request.get((await where.getAttribute('href')) ?? '');
  return { headers: response.headers() };
}

describe('the Nucleo and the Giunta', () => {
  it('certify, take note by an act, and score', async () => {
    const nucleo = await enter('nucleo');
    await nucleo.click(link(nucleo, `Esamina: ${TRAINING}`));
    expect(await nucleo.barriers()).toEqual([]);
    await nucleo.see(link(nucleo, /attestati\.pdf/));
    const download = nucleo.page.waitForEvent('download');
    await nucleo.click(link(nucleo, /attestati\.pdf/));
    expect((await download).suggestedFilename()).toBe('attestati.pdf');
    const { headers } = await headersOf(nucleo, link(nucleo, /attestati\.pdf/));
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    await nucleo.click(button(nucleo, 'Approva il passo'));
    await nucleo.see(said(nucleo, `Passo approvato: ${TRAINING}`));

    const giunta = await enter('giunta');
    await giunta.click(link(giunta, `Esamina: ${TRAINING}`));
    await giunta.click(button(giunta, 'Approva il passo'));
    await giunta.see(giunta.page.getByText(/si compie con un atto/));
    await giunta.choose(field(giunta, 'Atto'), 'Un altro atto, non registrato…');
    await giunta.fill(field(giunta, 'Tipo'), 'DGC');
    await giunta.fill(field(giunta, 'Numero'), '212');
    await giunta.fill(field(giunta, 'Data'), '2022-10-03');
    await giunta.click(button(giunta, 'Approva il passo'));
    await giunta.see(said(giunta, `Passo approvato: ${TRAINING}`));

    await nucleo.click(link(nucleo, `Attribuisci il grado: ${TRAINING}`));
    await nucleo.fill(field(nucleo, 'Grado di raggiungimento'), '90');
    await nucleo.click(button(nucleo, 'Attribuisci il grado'));
    await nucleo.see(nucleo.page.getByText('Scrivere il motivo.'));
    await nucleo.fill(field(nucleo, /Motivazione/), 'Un attestato manca');
    await nucleo.click(button(nucleo, 'Attribuisci il grado'));
    await nucleo.see(said(nucleo, `Grado attribuito: ${TRAINING}`));
  });
});

describe('an evaluation', () => {
  it('says for which degrees its proposal waits, and offers none to who would make it', async () => {
    const segretario = await enter('segretario-generale');
    await segretario.click(link(segretario, 'Valutazioni'));
    await segretario.click(segretario.page.getByText('Apri una valutazione', { exact: true }).first());
    await segretario.choose(field(segretario, 'Chi è valutato'), 'Area lavori pubblici');
    await segretario.choose(field(segretario, 'Valutatore'), 'Nucleo di valutazione');
    await segretario.click(button(segretario, 'Apri una valutazione'));
    await segretario.see(segretario.page.getByText(/La proposta attende la certificazione del grado di:/));
    const page = segretario.page.url().slice(segretario.page.url().indexOf('/#/'));

    const nucleo = await enter('nucleo');
    expect(await nucleo.page.getByText(/Area lavori pubblici, 2022: /).count()).toBe(0);
    await nucleo.open(page);
    const waiting = nucleo.page.getByText(/La proposta attende la certificazione/);
    await nucleo.see(waiting.getByRole('link').first());
    expect(await button(nucleo, 'Proponi la valutazione').count()).toBe(0);
    expect(await nucleo.barriers()).toEqual([]);
  });
});

describe('the personnel office', () => {
  it('shares a fund out to the cent; accounting checks it, the Segretario signs, then it is liquidated', async () => {
    const personale = await enter('personale');
    await personale.click(link(personale, 'Premi'));
    await personale.click(link(personale, 'Calcola una ripartizione'));
    await personale.fill(field(personale, 'Importo del fondo'), '12.500,00');
    // nobody's evaluation is definitive yet: what they would get is set aside
    await personale.fill(field(personale, /^Riserva/), '0,01');
    await personale.click(button(personale, 'Calcola'));
    await personale.see(personale.page.getByText(/non copre quanto è dovuto.*servono almeno \d+,\d\d\s€/));
    await personale.fill(field(personale, /^Riserva/), '500,00');
    await personale.click(button(personale, 'Calcola'));
    const setAside = personale.page.getByRole('table', { name: 'Accantonato per valutazioni non definitive' });
    await personale.see(
      setAside
        .getByRole('row')
        .filter({ hasText: 'Lavori pubblici', has: personale.page.getByRole('link', { name: /^\d+\.\d+/ }) })
        .getByText(/\d,\d\d\s€/),
    );
    const propose = async () => {
      for (const [document, kind] of [
        ['Costituzione del fondo', 'determina'],
        ['Contratto integrativo certificato dai revisori', 'CCDI'],
        ['Validazione della Relazione sulla performance', 'verbale'],
      ] as const) {
        const named = personale.page.getByRole('group', { name: document });
        await personale.choose(named.getByRole('combobox'), 'Un altro atto, non registrato…');
        await personale.fill(named.getByLabel('Tipo'), kind);
        await personale.fill(named.getByLabel('Numero'), '1');
        await personale.fill(named.getByLabel('Data'), '2022-10-03');
      }
      expect(await personale.barriers()).toEqual([]);
      await personale.click(button(personale, 'Proponi'));
      // "Ripartizione proposta." may still stand there from the first time
      await button(personale, 'Proponi').waitFor({ state: 'hidden' });
      await personale.see(said(personale, 'Ripartizione proposta.'));
    };
    await propose();
    const run = personale.page.url().slice(personale.page.url().indexOf('/#/'));

    const accounting = await enter('finanziaria');
    await accounting.open(run);
    await accounting.click(link(accounting, 'A che punto è l’approvazione'));
    await accounting.choose(field(accounting, 'Esito'), 'return');
    await accounting.fill(field(accounting, /^Che cosa manca/), 'La riserva è alta');
    await accounting.click(button(accounting, 'Registra'));
    await accounting.see(said(accounting, /Esito registrato/));
    // what was asked for comes back as people write it
    const anew = button(personale, 'Calcola di nuovo');
    await personale.see(anew);
    expect(await field(personale, 'Importo del fondo').inputValue()).toBe('12.500,00');
    expect(await field(personale, /^Riserva/).inputValue()).toBe('500,00');
    await personale.fill(field(personale, /^Riserva/), '450,00');
    await personale.click(anew);
    await propose();
    await accounting.open(run);
    await accounting.click(link(accounting, 'A che punto è l’approvazione'));
    await accounting.click(button(accounting, 'Registra'));
    await accounting.see(said(accounting, /Esito registrato/));
    const segretario = await enter('segretario-generale');
    await segretario.open(run);
    await segretario.click(link(segretario, 'A che punto è l’approvazione'));
    await segretario.choose(segretario.page.getByLabel('Atto', { exact: true }), 'Un altro atto, non registrato…');
    await segretario.fill(field(segretario, 'Tipo'), 'DET');
    await segretario.fill(field(segretario, 'Numero'), '45');
    await segretario.fill(field(segretario, 'Data'), '2022-10-03');
    await segretario.click(button(segretario, 'Registra'));
    await segretario.see(said(segretario, /Esito registrato/));
    await personale.click(button(personale, 'Liquida con atto'));
    await personale.see(said(personale, 'Premi liquidati.'));
    await personale.see(personale.page.getByText('DET 45'));
  });
});

describe('the approvals', () => {
  it('tell why one does not move; the Nucleo corrects its degree and sees where it stands', async () => {
    const nucleo = await enter('nucleo');
    await nucleo.click(link(nucleo, 'Approvazioni'));
    await nucleo.click(field(nucleo, 'Solo quelle in cui posso agire io'));
    await nucleo.click(link(nucleo, /REGOLAMENTO DELLA GIUNTA/));
    await nucleo.see(nucleo.page.getByRole('definition').getByText('Comune, versione 2'));
    await nucleo.choose(field(nucleo, 'Esito'), 'Rettifica il grado');
    await nucleo.click(button(nucleo, 'Registra'));
    await nucleo.see(nucleo.page.getByText('Scrivere un numero da 0 a 100.'));
    await nucleo.fill(field(nucleo, 'Grado rettificato'), '75');
    await nucleo.fill(field(nucleo, 'Motivo'), 'Il Consiglio non l’ha ancora discusso');
    await nucleo.click(button(nucleo, 'Registra'));
    await nucleo.see(said(nucleo, 'Esito registrato: 1.2.2 REGOLAMENTO DELLA GIUNTA'));
    await nucleo.see(nucleo.page.getByText('Tocca a: Giunta comunale.'));
    expect(await nucleo.barriers()).toEqual([]);
    await nucleo.click(link(nucleo, /^Vedila disegnata/));
    await nucleo.see(nucleo.page.getByText('È qui: Presa d’atto della Giunta'));
    expect(await nucleo.barriers()).toEqual([]);
  });

  it('are separated, as one page proves; offices are reminded several at once', async () => {
    const segretario = await enter('segretario-generale');
    await segretario.open('/#/separation-checks');
    await segretario.see(segretario.page.getByRole('row').filter({ hasText: 'Vicesegretario' }).getByText('Separati'));
    await segretario.open('/#/plans/2022');
    await segretario.click(segretario.page.getByText('Sollecita gli uffici', { exact: true }));
    await segretario.click(field(segretario, /^Scegli tutte/));
    await segretario.click(button(segretario, /^Sollecita \d+ uffici$/));
    await segretario.see(said(segretario, /Fatte \d+ su \d+/));
    expect(await segretario.barriers()).toEqual([]);
  });
});

describe('the auditors', () => {
  it('find who did what by office and kind of event, each with its hash', async () => {
    const revisore = await enter('revisore');
    await revisore.click(link(revisore, 'Registro'));
    await revisore.choose(field(revisore, 'Che cosa'), 'Rendicontazione restituita per integrazioni');
    await revisore.choose(field(revisore, 'Obiettivo'), `20.2.1 ${TRAINING}`);
    await revisore.click(button(revisore, 'Filtra'));
    await revisore.see(revisore.page.getByText('1 evento, il più recente per primo'));
    const row = revisore.page.getByRole('row').filter({ hasText: 'Rendicontazione restituita' });
    await revisore.see(row.getByText('Segretario generale'));
    await revisore.click(row.getByText('Dettagli'));
    await revisore.see(row.getByText('Punto: In quale giorno?'));
    await revisore.see(row.getByText(/^Impronta/));
  });
});
