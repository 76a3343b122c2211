import { relationNames, type Participant } from '#domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import type { Chain } from './chain.js';

/** What there is to say of a step beside its name: who, how many, by when, by which act, who otherwise. */
export function useStepDetails(): (step: Chain['steps'][number]) => readonly string[] {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = useOfficeNames();
  return useCallback(
    ({ who, agreement, substitute, independentOf, term, onTimeout, act }) => {
      const named = (one: Participant) => {
        if ('office' in one) return nameOf(one.office);
        return 'role' in one ? one.role : relationNames[one.relation][language];
      };
      const agreed = {
        one: null,
        all: t('approval.agreement.all'),
        quorum: agreement.kind === 'quorum' ? t('approval.agreement.quorum', { count: agreement.count }) : null,
        weighted:
          agreement.kind === 'weighted' ? t('approval.agreement.weighted', { count: agreement.threshold }) : null,
      }[agreement.kind];
      const silent = onTimeout.some((action) => action.do === 'approve-silently');
      return [
        [who.map(named).join(', '), agreed].filter(Boolean).join(' · '),
        substitute === null ? null : t('workflow.substitute', { office: named(substitute) }),
        independentOf === 'nobody' ? t('workflow.samePersons') : null,
        Array.isArray(independentOf) ? t('workflow.otherPersons', { steps: independentOf.join(', ') }) : null,
        term === null
          ? null
          : [t('workflow.term', { count: term.workingDays }), silent ? t('approval.rung.approve-silently') : null]
              .filter(Boolean)
              .join(' · '),
        act === null ? null : t('workflow.act', { kinds: act.kinds.join(', ') }),
      ].filter((detail) => detail !== null);
    },
    [t, language, nameOf],
  );
}
