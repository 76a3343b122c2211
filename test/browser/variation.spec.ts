import type { Locator } from 'playwright-core';
import { atTheFrontDoor } from './at-the-front-door.js';
import { button, field, link, said } from './person/on-the-page.js';
import { DESK, PHONE, type Person } from './person/person.js';
import { requestsTo } from './stack/requests.js';

const door = atTheFrontDoor();

/** What no page does: over the API. */
const { send, tokenOf } = requestsTo(() => door.stack.address);

/** Proposed by the area of public works, and found good by Segretario and Nucleo. */
async function validated(number: string, title: string): Promise<void> {
  const [mission, strategicObjective] = number.split('.').map(Number);
  const shareIds = [`${number}-lavori-pubblici`];
  await send(`/objectives/2022-${number}/proposal`, await tokenOf('lavori-pubblici'), {
    mission,
    strategicObjective,
    title,
    shares: [{ id: shareIds[0], areaId: 'lavori-pubblici', weight: '2' }],
    indicators: [{ id: 'i1', shareIds, text: 'Cartelli', target: { comparison: 'at-least', value: '80', unit: '%' } }],
    deadlines: [{ id: 'd1', shareIds, text: 'Fine lavori', kind: 'fixed', on: '2022-12-22' }],
    horizon: '2022-12-31',
  });
  for (const user of ['segretario-generale', 'nucleo'])
    await send(`/objectives/2022-${number}/proposal/validation`, await tokenOf(user), { waiver: 'Un lavoro solo' });
}

/** A field that has the keyboard. */
const focused = ({ page }: Person, one: Locator) => one.and(page.locator(':focus'));

describe.each([
  {
    where: 'at a desk',
    size: DESK,
    moved: { of: '2022-5.1.2', deadline: 'd1', to: '2022-11-21', shown: '21/11/2022' },
    proposal: { number: '9.1.98', title: 'SEGNALETICA' },
    giving: '8.1.1',
    act: '301',
  },
  {
    where: 'on a phone',
    size: PHONE,
    moved: { of: '2022-1.2.1', deadline: 'd2', to: '2022-12-19', shown: '19/12/2022' },
    proposal: { number: '9.1.99', title: 'MARCIAPIEDI' },
    giving: '5.3.1',
    act: '302',
  },
])('a variation $where', ({ size, moved, proposal, giving, act }) => {
  const enter = async (user: string): Promise<Person> => {
    const person = await door.sit({ size });
    await person.signIn(user);
    return person;
  };

  it('is asked for, heard and decided on its page, and the objectives show it', async () => {
    await validated(proposal.number, proposal.title);
    const head = await enter('lavori-pubblici');
    await head.open(`/#/objectives/${moved.of}`);
    await head.click(link(head, 'Chiedi una variazione'));
    const change = (number: number) => head.page.getByRole('group', { name: `Cambiamento ${number}`, exact: true });
    await head.choose(change(1).getByLabel('Scadenza'), moved.deadline);
    await head.click(button(head, 'Invia la richiesta'));
    await head.see(change(1).getByText('Scrivere una data.'));
    await head.see(focused(head, change(1).getByLabel('Nuovo giorno')));
    await head.fill(change(1).getByLabel('Nuovo giorno'), moved.to);

    await head.click(button(head, 'Aggiungi un altro cambiamento'));
    await head.choose(change(2).getByLabel('Che cosa deve cambiare'), 'add-proposal');
    await head.fill(field(head, 'Motivazione'), 'Il collaudo è stato rinviato');
    await head.click(button(head, 'Invia la richiesta'));
    await head.see(change(2).getByText('Scegliere la proposta.'));
    await head.see(focused(head, change(2).getByLabel('Proposta validata')));
    await head.choose(change(2).getByLabel('Proposta validata'), `2022-${proposal.number}`);
    await head.click(button(head, 'Invia la richiesta'));
    // the area has all the points that it may have
    await head.see(head.page.getByRole('alert').filter({ hasText: 'oltre il massimo di 60' }));
    await head.click(change(2).getByText('L’area è al massimo'));
    await head.click(button(head, 'Aggiungi un altro cambiamento'));
    await head.choose(change(3).getByLabel('Che cosa deve cambiare'), 'move-weight');
    await head.choose(change(3).getByLabel('Obiettivo'), '');
    await head.click(button(head, 'Invia la richiesta'));
    await head.see(change(3).getByText('Scegliere l’obiettivo.'));
    await head.see(focused(head, change(3).getByLabel('Obiettivo')));
    await head.choose(change(3).getByLabel('Obiettivo'), `2022-${giving}`);
    await head.choose(change(3).getByLabel('Dalla quota'), `${giving}-lavori-pubblici`);
    await head.choose(change(3).getByLabel('Alla quota', { exact: true }), `${proposal.number}-lavori-pubblici`);
    await head.fill(change(3).getByLabel('Punti'), '2');
    expect(await head.barriers()).toEqual([]);
    await head.click(button(head, 'Invia la richiesta'));
    await head.see(said(head, 'Variazione richiesta.'));
    await head.see(head.page.getByRole('heading', { name: /^Variazione 2022-/ }));
    const page = new URL(head.page.url()).hash;
    // whoever decides has the whole proposal before them, and who found it good
    await head.see(head.page.getByRole('heading', { name: `${proposal.number} ${proposal.title}`, exact: true }));
    await head.see(head.page.getByText('almeno 80 %'));
    await head.see(head.page.getByRole('heading', { name: `Chi ha validato ${proposal.number} ${proposal.title}` }));
    const number = page.slice('#/variations/'.length);
    await head.click(link(head, 'La proposta'));
    await head.see(link(head, `Variazione ${number}`));
    await head.click(head.page.getByText('Ritira la proposta', { exact: true }));
    await head.see(head.page.getByText(`La variazione ${number} che porta nel piano la proposta`));
    expect(await head.barriers()).toEqual([]);
    await head.open(`/${page}`);

    for (const user of ['segretario-generale', 'nucleo', 'giunta']) {
      const judge = await enter(user);
      await judge.open(`/${page}`);
      await judge.choose(field(judge, 'Esito'), 'approve');
      expect(await judge.barriers()).toEqual([]);
      await judge.click(button(judge, 'Registra'));
      if (user === 'giunta') {
        await judge.see(judge.page.getByText('Indicare l’atto: tipo, numero e data.'));
        await judge.choose(judge.page.getByLabel('Atto', { exact: true }), 'Un altro atto, non registrato…');
        await judge.click(button(judge, 'Registra'));
        await judge.see(focused(judge, field(judge, 'Tipo')));
        await judge.see(judge.page.locator('.act-picker input[aria-invalid=true]').nth(2));
        await judge.fill(field(judge, 'Tipo'), 'DGC');
        await judge.fill(field(judge, 'Numero'), act);
        await judge.fill(judge.page.getByLabel('Data', { exact: true }), '2022-10-03');
        await judge.click(button(judge, 'Registra'));
      }
      await judge.see(said(judge, 'Esito registrato'));
    }
    await head.see(head.page.getByText('Applicata al piano'));
    await head.open(`/#/objectives/${moved.of}`);
    await head.see(head.page.getByText(moved.shown));
    await head.open(`/#/objectives/2022-${proposal.number}/proposal`);
    await head.see(head.page.getByRole('heading', { name: proposal.title }));
    await head.see(head.page.getByText('Da prendere in visione'));
    expect(new URL(head.page.url()).hash).toBe(`#/objectives/2022-${proposal.number}`);
    await head.see(head.page.getByText('almeno 80 %'));
  });
});

describe('a proposal that was withdrawn', () => {
  it('is told of where it was: its address leads to its approval', async () => {
    await validated('9.1.97', 'PISTA CICLABILE');
    const token = await tokenOf('lavori-pubblici');
    await send('/objectives/2022-9.1.97/proposal/withdrawal', token, { reason: 'Non ci sono i fondi' });
    const head = await door.sit({ size: PHONE });
    await head.signIn('lavori-pubblici');
    await head.open('/#/objectives/2022-9.1.97/proposal');
    await head.see(head.page.getByText('Non ci sono i fondi'));
    expect(new URL(head.page.url()).hash).toBe('#/approvals/objective~2022-9.1.97~objective');
  });
});

describe('the close of a plan', () => {
  it('tells which objectives hold it off before it is tried, with links to them', async () => {
    const giunta = await door.sit({ size: PHONE });
    await giunta.signIn('giunta');
    await giunta.open('/#/plans/2022');
    await giunta.click(giunta.page.getByText(/\d+ obiettivi non sono ancora chiusi/));
    await giunta.see(link(giunta, '5.1.2 VIE SICURE'));
    expect(await giunta.barriers()).toEqual([]);
  });
});
