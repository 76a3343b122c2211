import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../session/session.js';

/** To the import of a plan, for those who may. */
export function ImportLink() {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('plan.draft')) return null;
  return (
    <Link to="/plan-import" className="btn btn-outline-primary">
      {t('plan.import')}
    </Link>
  );
}
