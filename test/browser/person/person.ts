import type { Browser, Locator, Page } from 'playwright-core';
import { findBarriers } from './accessibility.js';
import { watchForCalm } from './calm.js';
import { listenForComplaints } from './complaints.js';
import { lookAtFocus } from './focus.js';
import { watchPlace } from './place-kept.js';

/** Sizes that every screen must hold at. */
export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Only what never comes takes so long: a machine may have ten other things to do. */
const PATIENCE_MS = 45_000;

/** Somebody at a browser of their own. Look through `page`; act through the person, who counts. */
export interface Person {
  readonly page: Page;
  open(path?: string): Promise<void>;
  /** With user and password at the form that the page shows, as it opens. */
  signIn(user: string, password?: string): Promise<void>;
  click(what: Locator): Promise<void>;
  /** Types into a field, in place of what it holds. */
  fill(field: Locator, text: string): Promise<void>;
  choose(field: Locator, option: string): Promise<void>;
  attach(field: Locator, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
  /** A key that does something where the keyboard is: Enter, Space, Escape. */
  press(key: string): Promise<void>;
  /** Goes there with Tab alone; every stop on the way must be seen to have the keyboard. Not counted. */
  tabTo(target: Locator, most?: number): Promise<void>;
  /** Waits until it is on the screen; says what is there instead when it never is. */
  see(what: Locator, withinMs?: number): Promise<void>;
  /** Waits until the page has all it asked for and has drawn it. */
  settle(): Promise<void>;
  /** Clicks, fields and keys since the start or the last `countAgain`. */
  interactions(): number;
  countAgain(): void;
  /** What axe finds on the settled screen, at this width. */
  barriers(): Promise<string[]>;
  /** Gives the page a processor so many times slower. */
  slowProcessor(times: number): Promise<void>;
  /** From now on what cannot be fetched is no fault of the page. */
  expectFaults(): void;
  /** Errors of the console, violations of the policy, requests to other hosts… */
  complaints(): readonly string[];
  leave(): Promise<void>;
}

export interface Seat {
  readonly address: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly language?: string;
}

export async function sitDown(browser: Browser, { address, size = DESK, language = 'it-IT' }: Seat): Promise<Person> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    locale: language,
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
    isMobile: size.width < 600,
    hasTouch: size.width < 600,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints = listenForComplaints(context, address);
  const settled = watchForCalm(context);
  const hasPlace = await watchPlace(context, settled);
  const page = await context.newPage();
  let count = 0;
  const counted = async (act: () => Promise<unknown>) => {
    await hasPlace(page);
    await act();
    count += 1;
  };

  const see = async (what: Locator, withinMs = PATIENCE_MS) => {
    try {
      await what.first().waitFor({ timeout: withinMs });
    } catch {
      const there = await page.locator('body').ariaSnapshot();
      throw new Error(`${what.toString()} is not on the screen, which shows:\n${there}`);
    }
  };
  const open = async (path = '/') => void (await page.goto(path));

  return {
    page,
    open,
    see,
    signIn: async (user, password = 'solo-per-dimostrazione') => {
      await open();
      await page.locator('input[autocomplete=username]').fill(user);
      const secret = page.locator('input[autocomplete=current-password]');
      await secret.fill(password);
      const answer = page.waitForResponse(
        (response) => response.request().method() === 'POST' && response.url().endsWith('/api/v1/sessions'),
      );
      await secret.press('Enter');
      if (!(await answer).ok()) throw new Error(`${user} is not let in: ${await (await answer).text()}`);
      await secret.waitFor({ state: 'detached' });
      count = 0;
    },
    click: async (what) => {
      await see(what); // when it is not there, the failure tells what is
      await counted(() => what.click());
    },
    fill: (field, text) => counted(() => field.fill(text)),
    choose: (field, option) => counted(() => field.selectOption(option)),
    attach: (field, file) => counted(() => field.setInputFiles(file)),
    press: (key) => counted(() => page.keyboard.press(key)),
    tabTo: async (target, most = 100) => {
      for (let stops = 0; stops < most; stops += 1) {
        await page.keyboard.press('Tab');
        const focus = await lookAtFocus(page);
        if (focus === null) continue; // between the last and the first the keyboard is with the browser itself
        if (!focus.isMarked) throw new Error(`${focus.what} has the keyboard, and nothing shows it.`);
        if (!focus.isInSight) throw new Error(`${focus.what} has the keyboard, and is out of sight.`);
        if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      }
      throw new Error(`${target.toString()} is not reached with ${most} times Tab.`);
    },
    interactions: () => count,
    countAgain: () => (count = 0),
    settle: async () => {
      await settled(page);
      await hasPlace(page);
    },
    barriers: async () => {
      await settled(page);
      await hasPlace(page);
      return findBarriers(page);
    },
    slowProcessor: async (times) => {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: times });
    },
    expectFaults: () => complaints.expectFaults(),
    complaints: () => complaints.list(),
    leave: () => context.close(),
  };
}
