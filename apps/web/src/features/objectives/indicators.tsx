import { useTranslation } from 'react-i18next';
import { TargetShown } from '../indicators/target-shown.js';
import type { Objective, Share } from './offers.js';

/** What a share is measured by, as the plan has it; with what was measured once it was reported. */
export function Indicators({ objective, share }: { readonly objective: Objective; readonly share: Share }) {
  const { t } = useTranslation();
  const own = indicatorsOf(objective, share);
  if (own.length === 0) return <p className="quiet">{t('share.noIndicators')}</p>;
  return (
    <ul className="indicators">
      {own.map(({ id, text, target }) => {
        const measured = share.rendicontazione?.measurements.find(({ indicatorId }) => indicatorId === id);
        return (
          <li key={id}>
            {text}
            <TargetShown target={target} />
            {measured !== undefined && (
              <p className="measured">
                {measured.value !== null
                  ? t('event.measured', { text: measured.value })
                  : t('event.notMeasured', { text: measured.notMeasuredBecause ?? '' })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function indicatorsOf({ indicators }: Objective, { shareId }: Share): Objective['indicators'] {
  return indicators.filter(({ shareIds }) => shareIds.includes(shareId));
}
