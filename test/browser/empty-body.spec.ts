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
});
