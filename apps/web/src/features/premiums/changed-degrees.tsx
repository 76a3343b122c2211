import { useTranslation } from 'react-i18next';
import { PaidObjective } from './paid-objective.js';
import type { Run } from './scope-words.js';

/** That degrees are others than those by which a run was computed: of which objectives, and what to do. */
export function ChangedDegrees({ run: { planId, entries, changed } }: { readonly run: Run }) {
  const { t } = useTranslation();
  if (changed.length === 0) return null;
  const shares = entries.filter(({ shareId }) => changed.includes(shareId));
  return (
    <section className="panel">
      <h2>{t('premium.changed')}</h2>
      <p>{t('premium.changedLead')}</p>
      <ul>
        {[...new Set(shares.map(({ objectiveId }) => objectiveId))].map((objectiveId) => (
          <li key={objectiveId}>
            <PaidObjective planId={planId} objectiveId={objectiveId} />
          </li>
        ))}
      </ul>
    </section>
  );
}
