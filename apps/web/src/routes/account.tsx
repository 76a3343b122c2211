import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChangePassword } from '../features/account/change-password.js';
import { Sessions } from '../features/account/sessions.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMe } from '../features/session/session.js';
import { Page } from '../ui/page.js';

/** Who is signed in, the password, and where else the account is signed in. */
export function AccountScreen() {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const { user } = useMe();
  return (
    <Page title={t('account.title')} overline={user.name}>
      <dl className="facts panel">
        <div>
          <dt>{t('session.user')}</dt>
          <dd>{user.user}</dd>
        </div>
        <div>
          <dt>{t('objective.office')}</dt>
          <dd>{nameOf(user.office)}</dd>
        </div>
        <div>
          <dt>{t('account.roles')}</dt>
          <dd>{user.roles.map((role) => t(`role.${role}`)).join(', ')}</dd>
        </div>
      </dl>
      <p>
        <Link to="/organisation">{t('account.standIn')}</Link>
      </p>
      <ChangePassword user={user.user} />
      <Sessions />
    </Page>
  );
}
