import { atTheFrontDoor } from './at-the-front-door.js';

const door = atTheFrontDoor({ body: 'borgo-sereno' });

describe('the front door of a body that has just been opened', () => {
  it('knows nothing of the demonstration', async () => {
    const somebody = await door.sit();
    await somebody.open();
    await somebody.see(somebody.page.getByRole('heading'));
    await somebody.settle();
    expect(await somebody.page.locator('body').textContent()).not.toMatch(/traguardo-demo|dimostrazione/i);
    expect(await somebody.barriers()).toEqual([]);
  });

  it('is laid out by somebody who is faster than its tables', async () => {
    const [url] = await door.stack.said(/https?:\S+\/#\/password\/\S+/);
    const administrator = await door.sit();
    const { page } = administrator;
    const save = page.getByRole('button', { name: 'Salva e continua' });
    await administrator.open(url.slice(url.indexOf('/#/')));
    await administrator.fill(page.getByLabel('Nome utente'), 'm.rossi');
    await administrator.fill(page.getByLabel(/^Password/), 'quattro gatti sul tetto rosso');
    await administrator.click(page.getByRole('button', { name: 'Crea l’amministratore ed entra' }));
    await administrator.see(page.getByRole('heading', { name: 'Come si chiama l’ente?' }));
    await administrator.fill(page.getByLabel('Nome dell’ente'), 'Comune di Borgo Sereno');
    await administrator.click(save);
    await administrator.see(page.getByRole('heading', { name: 'Quando si festeggia il patrono?' }));
    await administrator.settle();
    door.stack.pause('worker');
    try {
      await administrator.click(page.getByLabel('Nessun giorno in più'));
      await administrator.click(save);
      await administrator.click(page.getByRole('button', { name: 'Aggiungi un’area' }));
      await administrator.fill(page.getByPlaceholder('Nome').last(), 'Area Tecnica');
      await administrator.click(save);
      await administrator.see(page.getByRole('heading', { name: 'Chi lavorerà con Traguardo?' }));
    } finally {
      door.stack.resume('worker');
    }
    await administrator.open('/#/setup/offices');
    await administrator.settle();
    await expect(page.getByPlaceholder('Nome').last().inputValue()).resolves.toBe('Area Tecnica');
  });
});
