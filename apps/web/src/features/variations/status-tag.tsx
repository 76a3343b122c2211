import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Tag, type Tone } from '../../ui/tag.js';

type Status = Answer<'variation'>['status'];

const tones: Readonly<Record<Status, Tone>> = {
  open: 'attention',
  returned: 'attention',
  withdrawn: 'plain',
  rejected: 'bad',
  approved: 'primary',
  applied: 'good',
  'not-applied': 'bad',
};

export function VariationStatusTag({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return <Tag tone={tones[status]}>{t(`variation.status.${status}`)}</Tag>;
}
