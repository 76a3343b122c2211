import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import type { Problem, SourceRow } from './read-document.js';

const LONG = 500;
/** Takes the whole width beside others. */
const WIDE = 60;

/** A row of the document with its place; pressing it shows what was read from it. */
export const SourceRowShown = memo(function SourceRowShown(props: SourceRowProps) {
  const { row, headings, ids, problems, selected, onSelect, onBack } = props;
  const { t } = useTranslation();
  return (
    <li
      id={`source-${row.line}`}
      className={`source-row source-${row.kind} ${selected ? 'selected' : ''} ${problems.length > 0 ? 'wrong' : ''}`}
      aria-current={selected}
    >
      <div className="source-place">
        {ids.length === 0 ? (
          <span className="quiet">{row.place}</span>
        ) : (
          <button type="button" className="link-button" onClick={onSelect} aria-pressed={selected}>
            {row.place} <span className="tag-ids">{t('reading.readAs', { ids: ids.join(', ') })}</span>
          </button>
        )}
        {selected && onBack !== null && (
          <button type="button" className="link-button back-to" onClick={onBack}>
            <Icon name="it-arrow-right" size="xs" /> {t('reading.backTo')}
          </button>
        )}
      </div>
      <div className="source-cells">
        {row.cells.map((text, index) =>
          text.trim() === '' ? null : (
            // cells have no name but their place
            // oxlint-disable-next-line react/no-array-index-key
            <Cell key={index} heading={headings[index]} text={text} />
          ),
        )}
      </div>
      {problems.map(({ code, message }) => (
        <p key={`${code} ${message}`} className="field-error">
          <Icon name="it-warning-circle" size="xs" /> {message}
        </p>
      ))}
    </li>
  );
}, same);

interface SourceRowProps {
  readonly row: SourceRow;
  /** Of the columns, where the row is in a table. */
  readonly headings: readonly string[];
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onBack: (() => void) | null;
}

/** Handlers differ each time and do the same. */
function same(one: SourceRowProps, other: SourceRowProps): boolean {
  return (
    one.row === other.row &&
    one.selected === other.selected &&
    one.ids.join() === other.ids.join() &&
    one.problems.length === other.problems.length &&
    (one.onBack === null) === (other.onBack === null)
  );
}

function Cell({ heading, text }: { readonly heading: string | undefined; readonly text: string }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const cut = !whole && text.length > LONG;
  return (
    <div className={`source-cell ${text.length > WIDE ? 'long' : ''}`}>
      {heading !== undefined && heading !== '' && <span className="source-heading-of">{heading.slice(0, 60)}</span>}
      <span className="source-text">{cut ? `${text.slice(0, LONG)}…` : text}</span>
      {cut && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          {t('reading.wholeCell')}
        </button>
      )}
    </div>
  );
}
