import { atTheFrontDoor } from './at-the-front-door.js';
import { watchTraffic } from './person/traffic.js';

const MOST_SCRIPT = 235 * 1024;

const door = atTheFrontDoor();

// what it looks like, at a desk and on a phone, is told with every other screen
describe('the front door', () => {
  it('given an empty cache, brings at most 235 kB of JavaScript, compressed, until the dashboard is drawn', async () => {
    const head = await door.sit();
    const traffic = await watchTraffic(head.page);
    await head.signIn('segretario-generale');
    await head.open('/#/dashboard');
    await head.see(head.page.getByRole('main').getByRole('heading'));
    await head.settle();
    const { bytes } = traffic();
    expect(bytes.script).toBeGreaterThan(0);
    expect(bytes.script).toBeLessThanOrEqual(MOST_SCRIPT);
  });

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
