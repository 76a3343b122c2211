import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../chromium/launch.js';
import { DESK, PHONE, sitDown } from '../person/person.js';
import { openFrontDoor } from '../stack/front-door.js';
import { SCREENS } from './screens.js';

/**
 * Takes the pictures of the main screens from a demonstration of its own.
 *
 * @param chosen  names of screens; all when there are none
 * @throws Error when a page complained
 */
export async function takeScreens(folder: string, chosen: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  const stack = await openFrontDoor();
  try {
    for (const size of [DESK, PHONE]) {
      for (const { name, user, path } of SCREENS) {
        if (chosen.length > 0 && !chosen.includes(name)) continue;
        const person = await sitDown(browser, { address: stack.address, size });
        if (user !== null) await person.signIn(user);
        await person.open(path);
        await person.see(person.page.getByRole('heading'));
        await person.settle();
        const picture = await person.page.screenshot({ animations: 'disabled', caret: 'hide' });
        const file = join(folder, `${name}-${size.width}.png`);
        writeFileSync(file, picture);
        console.log(`${file} (${Math.round(picture.length / 1024)} kB)`);
        if (person.complaints().length > 0) throw new Error(`${name}:\n${person.complaints().join('\n')}`);
        await person.leave();
      }
    }
  } finally {
    await browser.close();
    await stack.stop();
  }
}
