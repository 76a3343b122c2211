import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/field.js';
import { wrongAt } from './refused-at.js';

/** Why something is done to a share, for whoever reads its history. */
export function ReasonField({ wrong, ...control }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <TextArea
      label={t('lifecycle.reason')}
      hint={t('lifecycle.whoReads')}
      rows={3}
      error={wrongAt(wrong, t('act.reasonNeeded'))}
      {...control}
    />
  );
}

interface ReasonFieldProps extends UseFormRegisterReturn {
  readonly wrong: object | undefined;
}
