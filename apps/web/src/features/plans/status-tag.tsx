import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Tag, type Tone } from '../../ui/tag.js';

type Status = Answer<'plans'>['plans'][number]['status'];

const tones: Readonly<Record<Status, Tone>> = {
  drafted: 'attention',
  approved: 'primary',
  'in-force': 'good',
  closed: 'plain',
};

export function PlanStatusTag({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return <Tag tone={tones[status]}>{t(`plan.status.${status}`)}</Tag>;
}
