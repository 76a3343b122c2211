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

export function ApprovalStatusTag({ status }: Pick<Approval, 'status'>) {
  const { t } = useTranslation();
  return <Tag tone={tones[status]}>{t(`approval.status.${status}`)}</Tag>;
}
