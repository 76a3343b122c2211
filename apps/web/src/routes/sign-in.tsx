import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../features/session/sign-in-form.js';
import { Page } from '../ui/page.js';

/** Stands where a screen would be until somebody is signed in. */
export function SignInScreen() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <div className="sign-in">
      <Page title={t('session.signInTitle')} lead={t('session.signInLead')}>
        <div className="panel">
          <SignInForm onSignedIn={() => void queries.resetQueries()} />
        </div>
      </Page>
    </div>
  );
}
