import { subjectNames } from '#domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { numberOf } from '../objectives/number-of.js';
import type { Approval } from './approval-of.js';
import { usePersonNames } from './use-person-names.js';

/** How an approval is called: by what is approved, `7.2.1 Videosorveglianza`, with the deadline where it is
 * a justification, or `Variazione 2022-1`. */
export function useApprovalTitle(): (
  approval: Pick<Approval, 'kind' | 'streamId' | 'subject' | 'title' | 'planId' | 'deadline'>,
) => string {
  const { t } = useTranslation();
  const { language, day } = useFormats();
  const personName = usePersonNames();
  return useCallback(
    ({ kind, streamId, subject, title, planId, deadline }) => {
      switch (kind) {
        case 'objective':
          return [
            numberOf(streamId),
            title,
            deadline !== null && `(${t('approval.dueOn', { day: day(deadline.dueOn) })})`,
          ]
            .filter(Boolean)
            .join(' ');
        case 'evaluation':
          return `${subjectNames[subject][language]} ${planId ?? ''} ${personName(streamId.slice((planId ?? '').length + 1))}`;
        default:
          return title ?? `${subjectNames[subject][language]} ${streamId}`;
      }
    },
    [t, language, day, personName],
  );
}
