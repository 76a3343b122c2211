import { Icon } from './icon.js';

/** One page before, one after; null where there is none. */
export function Pager({ label, previous, next, words }: PagerProps) {
  if (previous === null && next === null) return null;
  return (
    <div className="pager">
      <button type="button" className="btn-plain" disabled={previous === null} onClick={() => previous?.()}>
        <Icon name="it-chevron-left" title={words.previous} />
      </button>
      <span role="status">{label}</span>
      <button type="button" className="btn-plain" disabled={next === null} onClick={() => next?.()}>
        <Icon name="it-chevron-right" title={words.next} />
      </button>
    </div>
  );
}

interface PagerProps {
  readonly label: string;
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
  readonly words: { readonly previous: string; readonly next: string };
}
