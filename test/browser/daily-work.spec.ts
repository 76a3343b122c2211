import { atTheFrontDoor } from './at-the-front-door.js';
import { button, field, link, said } from './person/on-the-page.js';
import { DESK, PHONE, type Person } from './person/person.js';
import { requestsTo } from './stack/requests.js';

const door = atTheFrontDoor();

async function enter(user: string): Promise<Person> {
  const person = await door.sit();
  await person.signIn(user);
  return person;
}

/** What no page does: over the API. */
const { send, tokenOf } = requestsTo(() => door.stack.address);

const screens = [
  '/dashboard',
  '/objectives',
  '/objectives/2022-5.3.1',
  '/plans',
  '/plans/2022',
  '/plans/2022/table',
  '/premiums',
  '/audit-trail',
];

describe('a head of area', () => {
  it('reports progress in at most five interactions after signing in, well within a minute', async () => {
    const began = performance.now();
    const head = await enter('polizia-locale');
    await head.click(link(head, 'Aggiorna VIE SICURE'));
    await head.fill(field(head, 'A che punto è la quota'), '72,5');
    await head.click(button(head, 'Registra'));
    await head.see(said(head, 'Avanzamento registrato: VIE SICURE'));
    expect(head.interactions()).toBeLessThanOrEqual(5);
    expect(performance.now() - began).toBeLessThan(60_000);
    await head.see(head.page.getByRole('listitem').filter({ hasText: 'VIE SICURE' }).getByText('72,5 %'));
  });

  it('does it with the keyboard alone', async () => {
    const head = await enter('urbanistica');
    await head.settle();
    await head.tabTo(link(head, /^Aggiorna /).first());
    await head.press('Enter');
    await head.see(field(head, 'A che punto è la quota'));
    await head.tabTo(field(head, 'A che punto è la quota'));
    await head.page.keyboard.type('35');
    await head.press('Enter');
    await head.see(said(head, 'Avanzamento registrato'));
  });

  it('is told what is wrong in what was typed, and keeps it', async () => {
    const head = await enter('polizia-locale');
    await head.click(link(head, 'Aggiorna VIE SICURE'));
    await head.fill(field(head, 'A che punto è la quota'), 'centoventi');
    await head.click(button(head, 'Registra'));
    await head.see(head.page.getByText('Scrivere un numero da 0 a 100.'));
    expect(await field(head, 'A che punto è la quota').inputValue()).toBe('centoventi');
  });
});

describe('the administrator', () => {
  it('makes an account and hands over its link, by which its owner gets in', async () => {
    const administrator = await enter('admin');
    await administrator.click(link(administrator, 'Amministrazione'));
    await administrator.click(link(administrator, 'Aggiungi una persona'));
    await administrator.fill(field(administrator, 'Nome utente'), 'a.verdi');
    await administrator.choose(administrator.page.getByRole('combobox', { name: 'Ufficio' }), 'Area urbanistica');
    await administrator.click(administrator.page.getByText('Responsabile', { exact: true }));
    await administrator.click(button(administrator, 'Crea l’account'));
    const url = (await administrator.page.getByText('/#/password/').textContent()) ?? '';
    expect(await administrator.barriers()).toEqual([]);

    const owner = await door.sit();
    await owner.open(url.slice(url.indexOf('/#/')));
    await owner.fill(owner.page.locator('input[autocomplete=new-password]'), 'dieci lumache sopra il muretto');
    await owner.press('Enter');
    await owner.see(owner.page.getByRole('heading', { name: 'Da fare' }));
    await owner.see(owner.page.getByText('Area urbanistica'));
  });
});

describe.each([
  { where: 'at a desk', size: DESK },
  { where: 'on a phone', size: PHONE },
])('every screen $where', ({ size }) => {
  it('has no barrier and nothing beside the window', async () => {
    const segretario = await door.sit({ size });
    await segretario.signIn('segretario-generale');
    for (const path of [...screens, '/plan-import', '/premiums/new', '/account']) {
      await segretario.open(`/#${path}`);
      expect([path, await segretario.barriers()]).toEqual([path, []]);
      const beside = await segretario.page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
      expect([path, beside]).toEqual([path, 0]);
    }
  });
});

describe.each([
  { where: 'at a desk', size: DESK },
  { where: 'on a phone', size: PHONE },
])('the Segretario $where', ({ size }) => {
  it('chooses of which shares an office is reminded', async () => {
    const segretario = await door.sit({ size });
    await segretario.signIn('segretario-generale');
    await segretario.open('/#/plans/2022');
    await segretario.click(segretario.page.getByText('Sollecita gli uffici', { exact: true }));
    const tick = segretario.page.getByRole('checkbox', { name: /: \d+ quote aperte$/ }).first();
    const [, office = '', count = ''] = /^(.*): (\d+) /.exec((await tick.getAttribute('aria-label')) ?? '') ?? [];
    await segretario.click(segretario.page.getByText('Solo di alcune quote'));
    const shares = segretario.page.getByRole('group', { name: office, exact: true });
    expect(await shares.getByRole('checkbox').count()).toBe(Number(count));
    await segretario.click(shares.getByRole('checkbox').first());
    await segretario.see(
      segretario.page.getByRole('checkbox', {
        name: new RegExp(`^${office}: ${Number(count) - 1} quot[ae] apert[ae]$`),
      }),
    );
    expect(await segretario.barriers()).toEqual([]);
  });
});

describe('a term that is counted from a fact', () => {
  it('is begun from the list of what has no day: the note is asked for at its field, the day is seen before and after', async () => {
    const head = await enter('affari-generali');
    await head.open('/#/objectives/2022-1.2.1');
    await head.click(link(head, /^Registra il fatto che fa decorrere: Gestione delle richieste/));
    await head.fill(field(head, 'A che punto è la quota'), '45');
    await head.fill(field(head, 'Quando è avvenuto'), '2022-09-20');
    await head.click(button(head, 'Che cosa accadrà'));
    await head.see(head.page.getByText('Scrivere una nota, o aggiungere un documento.'));
    expect(await field(head, 'Nota').evaluate((note) => note === note.ownerDocument.activeElement)).toBe(true);
    await head.fill(field(head, 'Nota'), 'Verbale della seduta del 20 settembre');
    await head.click(button(head, 'Che cosa accadrà'));
    await head.see(head.page.getByText(/termine che scade il 30\/04\/2023/));
    expect(await head.barriers()).toEqual([]);
    await head.click(button(head, 'Registra'));
    await head.see(said(head, 'Il termine scade il 30 aprile 2023'));
    await head.open('/#/objectives/2022-1.2.1');
    await head.see(head.page.getByText('il fatto è registrato: scade il 30/04/2023'));
  });
});

describe('a share that is given to whom nobody could judge', () => {
  it('is given once the person says that they know it of that office; what it brings with it stays on the page', async () => {
    const giunta = await enter('giunta');
    await giunta.open('/#/objectives/2022-1.2.2/shares/1.2.2-segretario-generale/assignment');
    const office = field(giunta, 'Ufficio che risponde della quota');
    const known = giunta.page.getByText('Lo so: con questo ufficio');
    await giunta.choose(office, 'vicesegretario');
    await giunta.click(button(giunta, 'Riassegna'));
    await giunta.see(known);
    await giunta.choose(office, 'urbanistica');
    await known.waitFor({ state: 'detached' });
    await giunta.choose(office, 'vicesegretario');
    await giunta.click(button(giunta, 'Riassegna'));
    await giunta.click(known);
    await giunta.click(button(giunta, 'Riassegna'));
    await giunta.see(said(giunta, 'Quota assegnata a'));
    const warned = giunta.page.getByRole('status').filter({ hasText: 'Nessuno può giudicare la quota' });
    await giunta.see(warned.nth(1));
    expect(new URL(giunta.page.url()).hash).toBe('#/objectives/2022-1.2.2');
    expect(await giunta.barriers()).toEqual([]);
    await giunta.click(button(giunta, 'Chiudi'));
    await warned.nth(1).waitFor({ state: 'detached' });
    await giunta.see(warned);
  });
});

describe('the picture of the year', () => {
  it('opens on today where not the whole year fits', async () => {
    const head = await door.sit({ size: PHONE });
    await head.signIn('urbanistica');
    await head.open('/#/dashboard');
    const next = head.page.getByRole('button', { name: /POLIZIA LOCALE.*da rispettare/ }).first();
    await head.see(next);
    await head.settle(); // drawn first, moved to today after that
    const { x = 0 } = (await next.boundingBox()) ?? {};
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(PHONE.width);
  });
});

describe('a person who may not', () => {
  it('is told why and who could, in words', async () => {
    const head = await enter('polizia-locale');
    await head.open('/#/objectives/2022-5.3.1/shares/5.3.1-lavori-pubblici/progress');
    await head.see(head.page.getByText(/Può farlo: Area lavori pubblici/));
    await head.open('/#/audit-trail');
    const refusal = head.page.getByRole('alert').filter({ hasText: 'Permesso negato' });
    await head.see(refusal);
    const words = (await refusal.textContent()) ?? '';
    expect(words).toMatch(/Segretario Generale/i);
    expect(words).toMatch(/revisione|revisore/i);
    expect(words).not.toMatch(/audit-trail\.read|[a-z]+\/[a-z-]+/);
  });
});

describe('a proposed objective', () => {
  it('that is returned, its area mends and hands in again', async () => {
    const head = await enter('lavori-pubblici');
    const shareIds = ['9.1.99-lavori-pubblici'];
    await send('/objectives/2022-9.1.99/proposal', await tokenOf('lavori-pubblici'), {
      mission: 9,
      strategicObjective: 1,
      title: 'SEGNALETICA',
      shares: [{ id: shareIds[0], areaId: 'lavori-pubblici', weight: '1' }],
      indicators: [
        { id: 'i1', shareIds, text: 'Cartelli', target: { comparison: 'at-least', value: '80', unit: '%' } },
      ],
      deadlines: [{ id: 'd1', shareIds, text: 'Fine lavori', kind: 'fixed', on: '2022-12-22' }],
      horizon: '2022-12-31',
    });
    const segretario = await enter('segretario-generale');
    await segretario.open('/#/approvals/objective~2022-9.1.99~objective');
    await segretario.see(segretario.page.getByText('almeno 80 %'));
    await segretario.choose(field(segretario, 'Esito'), 'Restituisci per integrazioni');
    await segretario.fill(field(segretario, /un punto per riga/), 'Quali strade?');
    await segretario.fill(field(segretario, 'Entro quale giorno'), '2022-12-30');
    await segretario.fill(field(segretario, 'Giorno in cui è accaduto'), '2022-01-10');
    await segretario.see(segretario.page.getByText(/Registrato in ritardo/i));
    await segretario.click(button(segretario, 'Registra'));
    await segretario.see(segretario.page.getByRole('alert').filter({ hasText: '10 gennaio 2022' }));
    await segretario.fill(field(segretario, 'Giorno in cui è accaduto'), '');
    await segretario.click(button(segretario, 'Registra'));
    await segretario.see(said(segretario, 'Esito registrato: 9.1.99 SEGNALETICA'));
    await head.click(link(head, 'Integra: 9.1.99 SEGNALETICA'));
    await head.see(head.page.getByText('Quali strade?'));
    await head.see(head.page.getByText('entro il 30 dicembre 2022'));
    await head.fill(field(head, 'Indicatore').first(), 'Cartelli di via Roma e via Dante');
    await head.fill(field(head, 'Cifra'), '');
    await head.click(button(head, 'Ripresenta la proposta'));
    await head.see(head.page.getByText('Controllare i campi segnati.'));
    await head.fill(field(head, 'Cifra'), '90');
    expect(await head.barriers()).toEqual([]);
    await head.click(button(head, 'Ripresenta la proposta'));
    await head.see(said(head, 'Proposta ripresentata.'));
    await segretario.see(segretario.page.getByText('almeno 90 %'));
    await segretario.see(segretario.page.getByText('Cartelli di via Roma e via Dante'));
  });
});

describe('the life of a share', () => {
  const others = ({ page }: Person) => page.getByText('Altre azioni');

  it('rests and goes on; a missed deadline is justified and decided; a removal is looked at before it is confirmed', async () => {
    const segretario = await enter('segretario-generale');
    await segretario.open('/#/objectives/2022-14.1.1');
    await segretario.click(others(segretario));
    await segretario.click(link(segretario, 'Sospendi l’attività'));
    await segretario.fill(field(segretario, 'Motivo'), 'Sede inagibile');
    await segretario.fill(field(segretario, 'Ultimo giorno'), '2022-10-02');
    await segretario.click(button(segretario, 'Sospendi'));
    await segretario.see(segretario.page.getByText('Non prima del 3 ottobre 2022.'));
    await segretario.fill(field(segretario, 'Ultimo giorno'), '2022-10-31');
    await segretario.click(button(segretario, 'Sospendi'));
    await segretario.see(said(segretario, 'Attività sospesa.'));
    await segretario.see(segretario.page.getByText('Attività sospesa fino al'));

    const head = await enter('urbanistica');
    await head.open('/#/objectives/2022-14.1.1');
    await head.click(others(head));
    const barred = button(head, 'Riprendi l’attività');
    await head.see(barred);
    expect(await barred.getAttribute('aria-disabled')).toBe('true');
    const why = head.page.locator(`[id="${await barred.getAttribute('aria-describedby')}"]`);
    expect(await why.textContent()).toMatch(/Può farlo: .*Segretario generale/i);
    expect(await head.barriers()).toEqual([]);

    await segretario.click(link(segretario, 'Riprendi l’attività'));
    await segretario.fill(field(segretario, 'Motivo'), 'Sede agibile');
    await segretario.click(button(segretario, 'Riprendi'));
    await segretario.see(said(segretario, 'Attività ripresa.'));

    await segretario.see(
      segretario.page.getByText('Sospensione urgente dal 3 ottobre 2022 al 3 ottobre 2022 mai ratificata'),
    );
    await segretario.click(others(segretario));
    await segretario.click(link(segretario, 'Ratifica la sospensione'));
    await segretario.choose(segretario.page.getByLabel('Atto', { exact: true }), 'Un altro atto, non registrato…');
    await segretario.fill(field(segretario, 'Tipo'), 'DGC');
    await segretario.fill(field(segretario, 'Numero'), '189');
    await segretario.fill(segretario.page.getByLabel('Data', { exact: true }), '2022-10-03');
    expect(await segretario.barriers()).toEqual([]);
    await segretario.click(button(segretario, 'Ratifica'));
    await segretario.see(said(segretario, 'Sospensione ratificata.'));

    await head.open('/#/objectives/2022-7.2.2');
    await head.click(link(head, 'Giustifica la scadenza'));
    await head.choose(field(head, 'Causa del ritardo'), 'third-party');
    await head.fill(head.page.getByLabel('Giustificazione', { exact: true }), 'La Regione ha risposto a settembre');
    await head.click(button(head, 'Presenta la giustificazione'));
    await head.see(said(head, 'Giustificazione presentata.'));
    for (const user of ['segretario-generale', 'nucleo']) {
      const judge = user === 'nucleo' ? await enter(user) : segretario;
      await judge.open('/#/objectives/2022-7.2.2');
      await judge.click(link(judge, 'Decidi la giustificazione').first());
      await judge.see(judge.page.getByText('La Regione ha risposto a settembre'));
      await judge.choose(field(judge, 'Effetto sulla scadenza'), 'reduced');
      await judge.click(button(judge, 'Registra'));
      await judge.see(said(judge, 'Passo sulla giustificazione registrato.'));
    }
    await head.see(head.page.getByText('Giustificata, effetto ridotto'));

    await segretario.open('/#/objectives/2022-14.1.1');
    await segretario.click(others(segretario));
    await segretario.click(link(segretario, 'Stralcia la quota'));
    await segretario.choose(field(segretario, 'Causa'), 'resources');
    await segretario.fill(field(segretario, 'Che cosa è accaduto'), 'Fondi revocati');
    await segretario.fill(field(segretario, 'Data del parere'), '2022-09-30');
    await segretario.fill(field(segretario, 'Numero del documento'), '7');
    await segretario.fill(field(segretario, 'Che cosa dice'), 'Nulla da dire');
    await segretario.choose(segretario.page.getByLabel('Atto', { exact: true }), 'Un altro atto, non registrato…');
    await segretario.fill(segretario.page.getByLabel('Tipo', { exact: true }), 'DGC');
    await segretario.fill(segretario.page.getByLabel('Numero', { exact: true }), '190');
    await segretario.fill(segretario.page.getByLabel('Data', { exact: true }), '2022-10-01');
    await segretario.click(button(segretario, 'Che cosa accadrà'));
    await segretario.see(
      segretario.page.getByText('Parere favorevole di chi valuta, 30 settembre 2022: Nulla da dire'),
    );
    expect(await segretario.barriers()).toEqual([]);
    await segretario.click(button(segretario, 'Conferma lo stralcio'));
    await segretario.see(said(segretario, 'Quota stralciata.'));
    await segretario.see(segretario.page.getByText('Quota stralciata con DGC 190 del 01/10/2022'));
  });
});

describe('a delegation', () => {
  it('that the head of an area gave, whoever received it gives up, and acts for that office no more', async () => {
    const head = await enter('polizia-locale');
    await head.open('/#/organisation');
    await head.fill(field(head, 'Chi agisce'), 'urbanistica');
    await head.fill(field(head, 'Dal'), '2022-10-03');
    await head.fill(field(head, 'Fino al (compreso)'), '2022-10-31');
    await head.click(button(head, 'Nomina chi agisce al tuo posto'));
    const givenUp = head.page.getByRole('row', { name: /cessata il 03\/10\/2022/ });
    await head.see(button(head, /^Revoca la delega per/));

    const delegate = await enter('urbanistica');
    const acting = delegate.page.getByLabel('Ufficio per cui si agisce');
    await delegate.see(acting);
    await delegate.open('/#/organisation');
    await delegate.click(button(delegate, /^Rinuncia alla delega per .*polizia locale/i));
    const dialog = delegate.page.getByRole('dialog');
    await delegate.fill(dialog.getByLabel('Perché'), 'Sono in congedo');
    expect(await delegate.barriers()).toEqual([]);
    await delegate.click(dialog.getByRole('button', { name: 'Rinuncia' }));
    await delegate.see(said(delegate, 'Delega cessata.'));
    await acting.waitFor({ state: 'detached' });
    await button(delegate, /^Rinuncia alla delega/).waitFor({ state: 'detached' });
    // and who gave it sees so without asking again
    await head.see(givenUp);
  });
});

describe('the auditors', () => {
  it('find progress reports by that name', async () => {
    const revisore = await enter('revisore');
    await revisore.open('/#/audit-trail');
    await revisore.choose(field(revisore, 'Che cosa'), 'Avanzamento registrato');
    await revisore.choose(field(revisore, 'Ufficio'), 'Area urbanistica');
    await revisore.click(button(revisore, 'Filtra'));
    await revisore.see(revisore.page.getByRole('row').filter({ hasText: 'Avanzamento registrato: 35 %' }));
    for (const option of await field(revisore, 'Che cosa').getByRole('option').allTextContents())
      expect(option).not.toMatch(/1970|…|\{\{/);
  });
});
