import { useTranslation } from 'react-i18next';

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="page-footer">
      <div className="container-xxl">
        <span>{t('app.footer')}</span>
        <a href="/api/docs">{t('app.apiDocs')}</a>
      </div>
    </footer>
  );
}
