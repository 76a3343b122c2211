import type { Page } from 'playwright-core';

/** What has the keyboard, as it looks on the screen. */
export interface Focus {
  /** Its tag and text, for the reader of a failure. */
  readonly what: string;
  /** Is it marked: by an outline or a shadow of its own, of its label, or of the box around it? */
  readonly isMarked: boolean;
  /** Is it within the window and not wholly covered by something else? */
  readonly isInSight: boolean;
}

/** @returns null when nothing in the page has the keyboard */
export function lookAtFocus(page: Page): Promise<Focus | null> {
  // text, since it is read in the page and knows the browser, which no other test may
  return page.evaluate(`(${IN_THE_PAGE})()`);
}

const IN_THE_PAGE = `() => {
  const one = document.activeElement;
  if (one === null || one === document.body || one === document.documentElement) return null;
  const own = [one, ...(one.labels ?? [])];
  const around = [...own, one.parentElement, one.nextElementSibling].filter(Boolean);
  const looks = around.flatMap((each) => [null, '::before', '::after'].map((part) => getComputedStyle(each, part)));
  const isSeen = (color) => !/^(transparent|rgba\\(.*, 0\\))$/.test(color);
  const isMarked = looks.some(({ outlineStyle, outlineWidth, outlineColor, boxShadow }) =>
    (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && isSeen(outlineColor)) ||
    (boxShadow !== 'none' && boxShadow.includes('px')));
  const boxes = own.map((each) => each.getBoundingClientRect());
  const isInSight = boxes.some(({ left, top, width, height }) => {
    const [x, y] = [left + width / 2, top + height / 2];
    const there = document.elementFromPoint(
      Math.min(Math.max(x, 0), innerWidth - 1), Math.min(Math.max(y, 0), innerHeight - 1));
    const onScreen = left + width > 0 && top + height > 0 && left < innerWidth && top < innerHeight;
    return onScreen && own.some((each) => each.contains(there));
  });
  const text = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 60);
  return { what: one.tagName.toLowerCase() + ' «' + (text || one.name || one.id || '') + '»', isMarked, isInSight };
}`;
