import { agreementInWords, membersOf, relationNames, roleInWords, timeoutsInWords, type Participant } from '#domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { withoutTwins } from '../acts/without-twins.js';
import { useOfficeNames } from '../offices/offices.js';
import type { Chain, Offices } from './chain.js';

/**
 * What there is to say of a step beside its name: who, how many of how many, by when, what
 * happens otherwise, whether the degree may change, by which act.
 */
export function useStepDetails(offices: Offices): (step: Chain['steps'][number]) => readonly string[] {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = useOfficeNames();
  return useCallback(
    ({ who, agreement, order, substitute, independentOf, term, onTimeout, outcomes, act }) => {
      const named = (one: Participant) => {
        if ('office' in one) return nameOf(one.office);
        return 'role' in one ? roleInWords(one.role, language) : relationNames[one.relation][language];
      };
      const seated = who.map((one) => {
        const office = 'office' in one ? one.office : null;
        return { name: named(one), office, members: office === null ? null : membersOf(office, offices) };
      });
      return [
        agreementInWords({ agreement, order }, seated, language),
        substitute === null ? null : t('workflow.substitute', { office: named(substitute) }),
        independentOf === 'nobody' ? t('workflow.samePersons') : null,
        Array.isArray(independentOf) ? t('workflow.otherPersons', { steps: independentOf.join(', ') }) : null,
        term === null ? null : t('workflow.term', { count: term.workingDays }),
        timeoutsInWords(onTimeout, named, language),
        outcomes.includes('correct-degree') ? t('workflow.corrects') : null,
        act === null ? null : t('workflow.act', { kinds: withoutTwins(act.kinds).join(', ') }),
      ].filter((detail) => detail !== null);
    },
    [t, language, nameOf, offices],
  );
}
