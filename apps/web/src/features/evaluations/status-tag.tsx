import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import type { Evaluation } from './evaluation.js';

export function EvaluationStatusTag({ status }: { readonly status: Evaluation['status'] }) {
  const { t } = useTranslation();
  return <Tag tone={status === 'definitive' ? 'good' : 'attention'}>{t(`evaluation.status.${status}`)}</Tag>;
}
