import { useTranslation } from 'react-i18next';
import { useLasting } from './late.js';

/** Stands where an answer will be; shows only when the wait is noticed. */
export function Waiting() {
  const { t } = useTranslation();
  const late = useLasting(true, 150);
  return (
    <div className="waiting" role="status" aria-busy="true">
      {late && (
        <>
          <span className="visually-hidden">{t('app.loading')}</span>
          <span className="bone bone-title" />
          <span className="bone" />
          <span className="bone" />
        </>
      )}
    </div>
  );
}
