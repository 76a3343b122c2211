import { formatHundredths, parseHundredths } from '#domain';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import type { Reading } from './read-document.js';

/** What the weights of each area add up to, against what they may at most. */
export function WeightBars({ areas }: { readonly areas: Reading['areas'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const most = Math.max(1, ...areas.flatMap(({ weight, ceiling }) => [Number(weight), Number(ceiling ?? 0)]));
  return (
    <ul className="plain-list weight-bars">
      {areas.map(({ id, name, weight, ceiling }) => {
        const width = (value: string) => `${(Number(value) / most) * 100}`;
        const over = ceiling !== null && Number(weight) > Number(ceiling);
        return (
          <li key={id} className={over ? 'over' : ''}>
            <span className="weight-name">{name}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              {ceiling !== null && <rect className="rail" width={width(ceiling)} height="8" />}
              <rect className="filled" width={width(weight)} height="8" />
            </svg>
            <span className="weight-words">
              <strong>{formats.decimal(weight)}</strong>
              {ceiling !== null && <> / {formats.decimal(ceiling)}</>}{' '}
              <span className="quiet">{standing(weight, ceiling)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );

  function standing(weight: string, ceiling: string | null): string {
    if (ceiling === null) return t('reading.noCeiling');
    const left = hundredths(ceiling) - hundredths(weight);
    if (left === 0n) return t('reading.full');
    const by = formats.decimal(formatHundredths(left < 0n ? -left : left));
    return t(left > 0n ? 'reading.short' : 'reading.over', { by });
  }
}

/** Written by the server: always exact. */
const hundredths = (value: string) => parseHundredths(value, 'weight');
