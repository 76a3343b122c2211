import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import type { Objective, Reading } from './read-document.js';

/** One objective with its shares, indicators and deadlines; each leads to the row where it was read. */
export function ObjectiveFacts({ objective, nameOf, readings, selectedLine, onSelect }: ObjectiveFactsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id, title, line, place, shares, indicators, deadlines } = objective;
  const fact = (at: number) => ({ selected: at === selectedLine, onSelect: () => onSelect(at) });
  return (
    <li id={`facts-${id}`} className={`read-facts ${selectedLine === null ? '' : 'selected'}`}>
      <p className="read-title">
        <FactButton {...fact(line)}>
          <span className="number">{id}</span> {title}
        </FactButton>
        <span className="quiet read-place">{place}</span>
      </p>
      <ul className="plain-list read-list">
        {shares.map((share, index) => (
          // an area may have two shares on one line
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <FactButton {...fact(share.line)}>
              {nameOf(share.areaId)}:{' '}
              <strong>{share.weight === null ? t('reading.unweighted') : formats.decimal(share.weight)}</strong>
            </FactButton>
          </li>
        ))}
      </ul>
      {readings.map(({ question, label, settledBy }) => (
        <p key={question} className="read-otherwise">
          {t('reading.ambiguous', { label, why: t(`reading.settledBy.${settledBy}`) })}
        </p>
      ))}
      <details open={selectedLine !== null}>
        <summary>
          {t('reading.indicators')}: {indicators.length} · {t('reading.deadlines')}: {deadlines.length}
        </summary>
        <ul className="read-list">
          {indicators.map((indicator, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <FactButton {...fact(indicator.line)}>{indicator.text}</FactButton>
            </li>
          ))}
        </ul>
        <p className="read-name">{t('reading.deadlines')}</p>
        {deadlines.length === 0 ? (
          <p className="quiet">{t('reading.noDeadlines')}</p>
        ) : (
          <ul className="read-list">
            {deadlines.map((deadline, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <FactButton {...fact(deadline.line)}>{deadline.text}</FactButton>
              </li>
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}

interface ObjectiveFactsProps {
  readonly objective: Objective;
  readonly nameOf: (areaId: string) => string;
  readonly readings: Reading['readings'];
  /** Null where another objective is looked at. */
  readonly selectedLine: number | null;
  readonly onSelect: (line: number) => void;
}

function FactButton({ selected, onSelect, children }: FactButtonProps) {
  return (
    <button type="button" className="link-button" aria-pressed={selected} onClick={onSelect}>
      {children}
    </button>
  );
}

interface FactButtonProps {
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly children: React.ReactNode;
}
