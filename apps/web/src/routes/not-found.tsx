import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page.js';

export function NotFoundScreen() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFound')} lead={t('app.notFoundText')}>
      <Link to="/" className="btn btn-primary">
        {t('app.backHome')}
      </Link>
    </Page>
  );
}
