import { atTheFrontDoor } from './at-the-front-door.js';
import { DESK, PHONE } from './person/person.js';

const door = atTheFrontDoor();

describe.each([
  { where: 'at a desk', size: DESK },
  { where: 'on a phone', size: PHONE },
])('the front door $where', ({ size }) => {
  it('asks who is there, without a barrier', async () => {
    const somebody = await door.sit({ size });
    await somebody.open();
    await somebody.see(somebody.page.locator('input[autocomplete=username]'));
    expect(await somebody.barriers()).toEqual([]);
  });

  it('shows a head of area what there is once signed in, without a barrier', async () => {
    const head = await door.sit({ size });
    await head.signIn('lavori-pubblici');
    await head.see(head.page.getByRole('main').getByRole('heading'));
    expect(await head.barriers()).toEqual([]);
  });
});

describe('the front door', () => {
  it('is passed with the keyboard alone, and always shows where it is', async () => {
    const clerk = await door.sit();
    await clerk.open();
    const secret = clerk.page.locator('input[autocomplete=current-password]');
    await clerk.page.locator('input[autocomplete=username]').fill('admin');
    await clerk.tabTo(secret);
    await clerk.page.keyboard.type('solo-per-dimostrazione');
    await clerk.press('Enter');
    await clerk.see(clerk.page.getByRole('main').getByRole('heading'));
    await secret.waitFor({ state: 'detached' });
    expect(await secret.count()).toBe(0);
  });

  it('says that a password is wrong, and keeps the user', async () => {
    const stranger = await door.sit();
    await expect(stranger.signIn('admin', 'sbagliata')).rejects.toThrow('is not let in');
    await stranger.see(stranger.page.getByRole('alert'));
    expect(await stranger.page.locator('input[autocomplete=username]').inputValue()).toBe('admin');
  });

  it('lets in whoever waited while the API stood still', async () => {
    const patient = await door.sit();
    door.stack.pause('api');
    const entering = patient.signIn('admin');
    door.stack.resume('api');
    await entering;
    await patient.see(patient.page.getByRole('main').getByRole('heading'));
    expect(patient.complaints()).toEqual([]);
  });

  it('lets in whoever comes after the API was killed', async () => {
    await door.stack.kill('api');
    const next = await door.sit();
    await next.signIn('admin');
    await next.see(next.page.getByRole('main').getByRole('heading'));
    expect(next.complaints()).toEqual([]);
  });
});
