import { subjectNames } from '#domain';
import { useCallback } from 'react';
import { useFormats } from '../../words/use-formats.js';
import { numberOf } from '../objectives/number-of.js';
import type { Approval } from './approval-of.js';
import { usePersonNames } from './use-person-names.js';

/** How an approval is called: by what is approved, `7.2.1 Videosorveglianza` or `Variazione 2022-1`. */
export function useApprovalTitle(): (
  approval: Pick<Approval, 'kind' | 'streamId' | 'subject' | 'title' | 'planId'>,
) => string {
  const { language } = useFormats();
  const personName = usePersonNames();
  return useCallback(
    ({ kind, streamId, subject, title, planId }) => {
      switch (kind) {
        case 'objective':
          return [numberOf(streamId), title].filter(Boolean).join(' ');
        case 'evaluation':
          return `${subjectNames[subject][language]} ${planId ?? ''} ${personName(streamId.slice((planId ?? '').length + 1))}`;
        default:
          return title ?? `${subjectNames[subject][language]} ${streamId}`;
      }
    },
    [language, personName],
  );
}
