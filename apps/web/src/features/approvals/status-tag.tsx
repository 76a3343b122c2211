import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../../ui/tag.js';
import type { Approval } from './approval-of.js';

const tones: Readonly<Record<Approval['status'], Tone>> = {
  open: 'primary',
  returned: 'attention',
  rejected: 'bad',
  approved: 'good',
  withdrawn: 'plain',
};

/** @param isWithdrawn  whether somebody took its subject back; absent: that is not known here, or it ended with its subject */
export function ApprovalStatusTag({
  status,
  isWithdrawn = false,
}: Pick<Approval, 'status'> & { readonly isWithdrawn?: boolean }) {
  const { t } = useTranslation();
  return <Tag tone={tones[status]}>{t(isWithdrawn ? 'approval.takenBack' : `approval.status.${status}`)}</Tag>;
}
