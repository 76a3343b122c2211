const ABOVE = 'main h1, main h2, main h3';

/**
 * Keeps the place of whoever works by keyboard: where what had the focus goes away, as a form does once it is sent, the
 * nearest heading above it that is still there has it, or the one of the page; else it would fall to the top of the document.
 * @returns how to stop it
 */
export function keepPlace(): () => void {
  let last: Element | null = null;
  let above: readonly HTMLElement[] = [];
  const remember = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    last = target;
    above = [...document.querySelectorAll<HTMLElement>(ABOVE)].filter((one) => isBefore(one, target)).toReversed();
  };
  // somebody who clicks beside everything has left their place on purpose
  const forget = () =>
    setTimeout(() => {
      if (last?.isConnected && document.hasFocus() && isFocusLost()) last = null;
    });
  const goOn = () => {
    if (last === null || last.isConnected || !isFocusLost()) return;
    const heading = above.find((one) => one.checkVisibility()) ?? document.querySelector<HTMLElement>('main h1');
    if (heading === null) return; // the page is still to come
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus();
  };
  // a page that is come to has its own say first
  const watcher = new MutationObserver(() => last !== null && !last.isConnected && requestAnimationFrame(goOn));
  watcher.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', forget);
  return () => {
    watcher.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('focusout', forget);
  };
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
