import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import type { ApprovalDetail } from './approval-steps.js';

/** That what was to be approved was taken back, when, as which office and why; nothing of what was not. */
export function WithdrawalShown({ withdrawal }: Pick<ApprovalDetail, 'withdrawal'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  if (withdrawal === null) return null;
  const { office, on, reason } = withdrawal;
  return (
    <div className="notice">
      <div>
        <p>
          <strong>{t('approval.withdrawnOn', { day: formats.longDay(on), office: nameOf(office) })}</strong>
        </p>
        <p>{t('approval.withdrawnBecause', { reason })}</p>
      </div>
    </div>
  );
}
