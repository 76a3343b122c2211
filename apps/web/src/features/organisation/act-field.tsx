import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/field.js';

/** The act that an appointment rests on, as people cite it. */
export function ActField({ field, error }: { readonly field: UseFormRegisterReturn; readonly error: boolean }) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('organisation.act')}
      optional
      hint={t('organisation.actHint')}
      error={error ? t('organisation.actMalformed') : undefined}
      {...field}
    />
  );
}
