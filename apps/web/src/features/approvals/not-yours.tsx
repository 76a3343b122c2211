import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { useOfficeNames } from '../offices/offices.js';
import type { ApprovalWaiting } from './approval-of.js';

/** In place of the form: whose step it is. */
export function NotYours({ waiting: { who } }: { readonly waiting: ApprovalWaiting }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  return (
    <Callout color="note">
      <CalloutTitle tag="h2">{t('approval.notYours')}</CalloutTitle>
      <CalloutText>
        {t('approval.notYoursText', {
          who: who.length === 0 ? t('approval.nobody') : who.map(({ office }) => nameOf(office)).join(', '),
        })}
      </CalloutText>
    </Callout>
  );
}
