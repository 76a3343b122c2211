import { useTranslation } from 'react-i18next';
import { PaidObjective } from './paid-objective.js';
import type { Run } from './run.js';

/** That degrees, holders or weights are others than those by which a run was computed: of which objectives, and what to do. */
export function ChangedDegrees({ run: { planId, entries, awaited, changed } }: { readonly run: Run }) {
  const { t } = useTranslation();
  if (changed.length === 0) return null;
  const known = [...entries, ...awaited].filter(({ shareId }) => changed.includes(shareId));
  const added = changed.filter((shareId) => known.every((one) => one.shareId !== shareId));
  return (
    <section className="panel">
      <h2>{t('premium.changed')}</h2>
      <p>{t('premium.changedLead')}</p>
      <ul>
        {[...new Set(known.map(({ objectiveId }) => objectiveId))].map((objectiveId) => (
          <li key={objectiveId}>
            <PaidObjective planId={planId} objectiveId={objectiveId} />
          </li>
        ))}
        {added.map((shareId) => (
          <li key={shareId}>{shareId}</li>
        ))}
      </ul>
    </section>
  );
}
