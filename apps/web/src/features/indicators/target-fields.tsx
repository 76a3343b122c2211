import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Select, TextField } from '../../ui/field.js';

const COMPARISONS = ['at-least', 'exactly', 'at-most'] as const;

interface TargetFieldsProps {
  /** Empty: the indicator has no target, and the other two are not asked for. */
  readonly comparison: UseFormRegisterReturn;
  readonly value: UseFormRegisterReturn;
  readonly unit: UseFormRegisterReturn;
  readonly hasTarget: boolean;
  /** Whether what was typed is no figure. */
  readonly isWrong: boolean;
}

/** The figure that an indicator is to reach. */
export function TargetFields({ comparison, value, unit, hasTarget, isWrong }: TargetFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="side-by-side">
      <Select label={t('variation.target')} {...comparison}>
        <option value="">{t('variation.noTarget')}</option>
        {COMPARISONS.map((one) => (
          <option key={one} value={one}>
            {t(`variation.comparison.${one}`)}
          </option>
        ))}
      </Select>
      {hasTarget && (
        <>
          <TextField
            inputMode="decimal"
            label={t('variation.targetValue')}
            error={isWrong ? t('form.decimal') : undefined}
            {...value}
          />
          <Select label={t('variation.unit')} {...unit}>
            <option value="%">%</option>
            <option value="count">{t('variation.units.count')}</option>
          </Select>
        </>
      )}
    </div>
  );
}
