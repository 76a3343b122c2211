import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SignInForm } from '../features/session/sign-in-form.js';
import { DemonstrationAccounts } from '../features/welcome/demonstration-accounts.js';
import { useWelcome } from '../features/welcome/use-welcome.js';
import { Page } from '../ui/page.js';

/** Stands where a screen would be until somebody is signed in. */
export function SignInScreen() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const welcome = useWelcome();
  const enter = () => void queries.resetQueries();
  const demonstration = welcome?.demonstration ?? null;
  return (
    <div className={`sign-in ${demonstration === null ? '' : 'with-accounts'}`}>
      <Page title={t('session.signInTitle')} overline={welcome?.body.name} lead={t('session.signInLead')}>
        <div className="sign-in-ways">
          <div className="panel">
            <SignInForm onSignedIn={enter} />
            <p className="mt-3 mb-0">
              <Link to="/forgotten">{t('session.forgotten')}</Link>
            </p>
          </div>
          {demonstration !== null && <DemonstrationAccounts demonstration={demonstration} onSignedIn={enter} />}
        </div>
      </Page>
    </div>
  );
}
