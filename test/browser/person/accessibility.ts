import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.0 to 2.2, levels A and AA: a line for each rule, with the places. */
export async function findBarriers(page: Page): Promise<string[]> {
  // half a megabyte that a page keeps as it goes from screen to screen
  const isThere = await page.evaluate<boolean>(`'axe' in window`);
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) })
    // in the page itself, which has no frames: otherwise every look opens a second page and brings axe there too
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`);
    return `${id}: ${help}\n  ${places.join('\n  ')}`;
  });
}
