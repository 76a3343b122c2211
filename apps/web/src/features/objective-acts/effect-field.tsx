import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/field.js';

const effects = ['full', 'reduced', 'neutral'] as const;

/** How an accepted justification counts: a proposal, until the last step says. */
export function EffectField({ last, error, ...control }: EffectFieldProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('lifecycle.effect')}
      optional={!last}
      hint={last ? undefined : t('lifecycle.proposedEffect')}
      error={error}
      {...control}
    >
      <option value="">{t('lifecycle.chooseEffect')}</option>
      {effects.map((effect) => (
        <option key={effect} value={effect}>
          {t(`lifecycle.effectOf.${effect}`)}
        </option>
      ))}
    </Select>
  );
}

interface EffectFieldProps extends UseFormRegisterReturn {
  /** Whether nobody decides after this one. */
  readonly last: boolean;
  readonly error: string | undefined;
}
