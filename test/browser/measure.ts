import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium/launch.js';
import { DESK, PHONE, sitDown, type Seat } from './person/person.js';
import { watchTraffic, type Traffic } from './person/traffic.js';
import { openFrontDoor } from './stack/front-door.js';

export interface FirstLoad {
  readonly where: string;
  /** To the sign-in form, nothing cached. */
  readonly signIn: Traffic;
  /** To the dashboard of somebody signed in, nothing cached. */
  readonly dashboard: Traffic;
  /** From opening the dashboard until it is drawn with its figures, on a processor four times slower; one each time. */
  readonly usableMs: readonly number[];
}

const SLOWER = 4;
const ANSWER = /\/api\/v1\/dashboard/;

/** @param times  how often the dashboard is timed */
export async function measureFirstLoad(times: number): Promise<FirstLoad[]> {
  const browser = await launchChromium();
  const stack = await openFrontDoor();
  try {
    const measured: FirstLoad[] = [];
    for (const [where, size] of Object.entries({ desk: DESK, phone: PHONE })) {
      const seat = { address: stack.address, size };
      const usableMs: number[] = [];
      const first = await loadOnce(browser, seat, 1);
      for (let time = 0; time < times; time += 1) usableMs.push((await loadOnce(browser, seat, SLOWER)).usableMs);
      measured.push({ where, signIn: first.signIn, dashboard: first.dashboard, usableMs });
    }
    return measured;
  } finally {
    await browser.close();
    await stack.stop();
  }
}

async function loadOnce(browser: Browser, seat: Seat, slower: number) {
  const person = await sitDown(browser, seat);
  const trafficToSignIn = await watchTraffic(person.page);
  await person.open();
  await person.settle();
  const signIn = trafficToSignIn();
  await person.signIn('segretario-generale');
  await person.settle();
  // another page between, so that the next one starts from nothing but the session
  await person.open('about:blank');
  const trafficToDashboard = await watchTraffic(person.page);
  await person.slowProcessor(slower);
  const answered = person.page.waitForResponse((response) => ANSWER.test(response.url()));
  const began = performance.now();
  await person.open('/#/dashboard');
  await answered;
  await person.settle();
  const usableMs = performance.now() - began;
  const dashboard = trafficToDashboard();
  await person.leave();
  return { signIn, dashboard, usableMs };
}
