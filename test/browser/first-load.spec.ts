import { atTheFrontDoor } from './at-the-front-door.js';
import { watchTraffic } from './person/traffic.js';

const MOST_SCRIPT = 250 * 1024;

const door = atTheFrontDoor();

describe('the first load', () => {
  it('given an empty cache, brings at most 250 kB of JavaScript, compressed, until the dashboard is drawn', async () => {
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
});
