import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A link that was used, is over or was replaced: what each of those who may hold it can do. */
export function LinkNotValid({ why }: { readonly why: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="notice">{why}</p>
      <h2>{t('password.notValidWhat')}</h2>
      <ul>
        <li>{t('password.notValidChosen')}</li>
        <li>{t('password.notValidReset')}</li>
        <li>{t('password.notValidAdministrator')}</li>
        <li>{t('password.notValidFirst')}</li>
      </ul>
      <div className="send-buttons">
        <Link to="/" className="btn btn-primary">
          {t('session.signIn')}
        </Link>
        <Link to="/forgotten" className="btn btn-outline-primary">
          {t('session.forgotten')}
        </Link>
      </div>
    </>
  );
}
