import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { ReturnedPoints } from '../approvals/returned-points.js';
import type { Run } from './run.js';

/**
 * Why a run is to be computed anew, for whoever reads it: what whoever sent it back asks for and by when, why it was
 * rejected or withdrawn, or that nothing of it is certified.
 */
export function WhyAnew({ run: { status, points, approvalId, nextAct } }: { readonly run: Run }) {
  const { t } = useTranslation();
  const isReturned = status === 'returned';
  const title = isReturned
    ? 'premium.returned'
    : status === 'rejected'
      ? 'premium.rejected'
      : 'premium.status.withdrawn';
  const asked = useQuery({
    ...query('approval', { params: { approvalId: approvalId ?? '' } }),
    enabled: isReturned && approvalId !== null,
  });
  if (nextAct !== 'compute') return null;
  if (status === 'computed') {
    return (
      <section className="panel">
        <h2>{t('premium.nothingCertified')}</h2>
        <p>{t('premium.nothingCertifiedLead')}</p>
      </section>
    );
  }
  const back = isReturned && asked.data?.integration != null ? asked.data : null;
  return (
    <section className="panel">
      <h2>{t(title)}</h2>
      {back !== null ? (
        <ReturnedPoints approval={back} />
      ) : (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
