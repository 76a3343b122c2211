import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChangePassword } from '../features/account/change-password.js';
import { Sessions } from '../features/account/sessions.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMay, useMe } from '../features/session/session.js';
import { Page } from '../ui/page.js';

/** Who is signed in, the password, and where else the account is signed in. */
export function AccountScreen() {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const may = useMay();
  const { user, offices } = useMe();
  const holdsNone = user.roles.length === 0 && offices.length === 0;
  return (
    <Page title={t('account.title')} overline={user.name}>
      <dl className="facts panel">
        <div>
          <dt>{t('session.user')}</dt>
          <dd>{user.user}</dd>
        </div>
        <div>
          <dt>{t('objective.office')}</dt>
          <dd>{holdsNone ? t('account.noOffice') : nameOf(user.office)}</dd>
        </div>
        <div>
          <dt>{t('account.roles')}</dt>
          <dd>{holdsNone ? '–' : user.roles.map((role) => t(`role.${role}`)).join(', ')}</dd>
        </div>
      </dl>
      {may('organisation.read') && (
        <p>
          <Link to="/organisation">{t('account.standIn')}</Link>
        </p>
      )}
      <ChangePassword user={user.user} />
      <Sessions />
    </Page>
  );
}
