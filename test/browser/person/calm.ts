import type { BrowserContext, Page, Request } from 'playwright-core';
import { until } from '../stack/until.js';

/** Counts what a page has asked for and not received; a stream of changes never ends and does not count. */
export function watchForCalm(context: BrowserContext): (page: Page) => Promise<void> {
  const waiting = new Set<Request>();
  context.on('request', (request) => {
    if (request.resourceType() !== 'eventsource' && !/\/changes\b/.test(request.url())) waiting.add(request);
  });
  context.on('requestfinished', (request) => void waiting.delete(request));
  context.on('requestfailed', (request) => void waiting.delete(request));

  return async (page) => {
    await until(`${page.url()} has all it asked for`, async () => {
      if (waiting.size > 0) return undefined;
      const isCalm = await page.evaluate<boolean>(AFTER_TWO_FRAMES);
      return isCalm && waiting.size === 0 ? true : undefined;
    });
  };
}

/** Whoever has an answer draws it, or asks the next question, within two frames. */
const AFTER_TWO_FRAMES = `document.fonts.ready.then(() => new Promise((tell) =>
  requestAnimationFrame(() => requestAnimationFrame(() => tell(document.querySelector('[aria-busy=true]') === null)))))`;
