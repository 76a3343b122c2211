import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';

/** What the weights of an area add up to, against what they may at most. */
export function WeightBar({ weight, ceiling }: { readonly weight: string; readonly ceiling: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (ceiling === null) return <>{formats.decimal(weight)}</>;
  const part = Number(ceiling) === 0 ? 0 : (Number(weight) / Number(ceiling)) * 100;
  const over = Number(weight) > Number(ceiling);
  return (
    <span className={`weight-bar ${over ? 'over' : ''}`}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rail" width="100" height="6" />
        <rect className="filled" width={Math.min(100, part)} height="6" />
      </svg>
      <span>
        {t('dashboard.weightOf', { weight: formats.decimal(weight), ceiling: formats.decimal(ceiling) })}
        {over && <strong> {t('dashboard.overCeiling')}</strong>}
      </span>
    </span>
  );
}
