import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function SetupPlan({ title }: { readonly title: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{title === null ? t('setup.planText') : t('setup.planThere', { title })}</p>
      <Link to="/plan-import?from=setup" className={`btn ${title === null ? 'btn-primary' : 'btn-outline-primary'}`}>
        {t('setup.planImport')}
      </Link>
    </>
  );
}
