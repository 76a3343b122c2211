import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium/launch.js';
import { sitDown, type Person, type Seat } from './person/person.js';
import { openFrontDoor, type FrontDoor, type Opening } from './stack/front-door.js';

/** One stack and one browser for the tests of a file. */
export interface AtTheFrontDoor {
  readonly stack: FrontDoor;
  /** Somebody new, at a browser that remembers nothing; at the stack's own address unless another is said. */
  sit(seat?: Partial<Seat>): Promise<Person>;
}

/** Unpacking the browser and living through the demonstration, on a machine that has other things to do. */
const FIRST_TIME_MS = 300_000;

/**
 * To be called once at the top of a spec: a real stack (the demonstration lived to its day, or a body that is empty),
 * started before its tests and gone after them, and a real browser. After each test everybody leaves, and the test
 * fails if a page complained: errors in the console, violations of the policy, requests to other hosts.
 *
 *     const door = atTheFrontDoor();
 *     it('…', async () => {
 *       const head = await door.sit({ size: PHONE });
 *       await head.signIn('lavori-pubblici');
 *       await head.click(head.page.getByRole('link', { name: 'Tabella del piano' }));
 *       await head.see(head.page.getByRole('table'));
 *       expect(await head.barriers()).toEqual([]);
 *       expect(head.interactions()).toBeLessThanOrEqual(5);
 *     });
 *
 * Failing lines: `layLine(door.stack.address)` gives an address to sit at, and `cut`, `slow`, `mend`; a stopped or
 * killed API: `door.stack.pause('api')`, `resume`, `kill`. Say `person.expectFaults()` before.
 */
export function atTheFrontDoor(opening: Opening = {}): AtTheFrontDoor {
  let stack: FrontDoor | undefined;
  let browser: Browser | undefined;
  const present: Person[] = [];

  beforeAll(async () => {
    browser = await launchChromium(); // first: without one there is nothing to start a stack for
    stack = await openFrontDoor(opening);
  }, FIRST_TIME_MS);

  afterEach(async () => {
    const everybody = present.splice(0);
    const complaints = everybody.flatMap((person) => person.complaints());
    await Promise.all(everybody.map((person) => person.leave()));
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('The front door opens in beforeAll: use it in a test or after that.');
    return thing;
  };
  return {
    get stack() {
      return there(stack);
    },
    sit: async (seat = {}) => {
      const person = await sitDown(there(browser), { address: there(stack).address, ...seat });
      present.push(person);
      return person;
    },
  };
}
