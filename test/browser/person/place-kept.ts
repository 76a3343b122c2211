import type { BrowserContext, Page } from 'playwright-core';

/**
 * Watches that nobody who works by keyboard loses their place: where what had the focus goes away (a form that was sent),
 * something else has it.
 * @returns throws once a page that has all it asked for has left the focus with nothing
 */
export async function watchPlace(
  context: BrowserContext,
  settled: (page: Page) => Promise<void>,
): Promise<(page: Page) => Promise<void>> {
  await context.addInitScript(REMEMBER);
  const lost = (page: Page) => page.evaluate<string | null>('globalThis.placeLost?.() ?? null');
  return async (page) => {
    if ((await lost(page)) === null) return;
    await settled(page);
    const what = await lost(page);
    if (what !== null) throw new Error(`${what} had the keyboard and is gone; nothing has it now.`);
  };
}

const REMEMBER = `(() => {
  let last = null;
  addEventListener('focusin', ({ target }) => {
    last = target;
  }, true);
  globalThis.placeLost = () => {
    const now = document.activeElement;
    if (last === null || last.isConnected || (now !== null && now !== document.body)) return null;
    return last.tagName.toLowerCase() + ' «' + (last.textContent ?? '').trim().slice(0, 60) + '»';
  };
})()`;
