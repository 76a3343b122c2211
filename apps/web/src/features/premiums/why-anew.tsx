import { useTranslation } from 'react-i18next';
import type { Run } from './scope-words.js';

/** Why a run is computed anew: what whoever sent it back asks for, why it was withdrawn, or that nothing of it is certified. */
export function WhyAnew({ run: { status, points } }: { readonly run: Pick<Run, 'status' | 'points'> }) {
  const { t } = useTranslation();
  if (status === 'computed') {
    return (
      <>
        <h2>{t('premium.nothingCertified')}</h2>
        <p>{t('premium.nothingCertifiedLead')}</p>
      </>
    );
  }
  return (
    <>
      <h2>{t(status === 'withdrawn' ? 'premium.status.withdrawn' : 'premium.returned')}</h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}
