import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Tag, type Tone } from '../../ui/tag.js';

type Status = Answer<'objectives'>['objectives'][number]['status'];

const tones: Readonly<Record<Status, Tone>> = {
  draft: 'plain',
  proposed: 'plain',
  validated: 'plain',
  defined: 'plain',
  assigned: 'attention',
  acknowledged: 'plain',
  'in-progress': 'primary',
  'rendicontazione-submitted': 'primary',
  'rendicontazione-returned': 'attention',
  'rendicontazione-approved': 'good',
  scored: 'good',
  definitive: 'good',
  liquidated: 'good',
  suspended: 'attention',
  removed: 'plain',
  closed: 'plain',
};

/** Where a share or an objective stands, in a word. */
export function StatusTag({ status, reopened }: { readonly status: Status; readonly reopened?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag tone={tones[status]}>{t(`objective.status.${status}`)}</Tag>
      {reopened === true && (
        <>
          {' '}
          <Tag tone="attention">{t('share.reopened')}</Tag>
        </>
      )}
    </>
  );
}
