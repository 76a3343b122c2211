import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from './evaluation.js';
import { ShareLink } from './share-link.js';

/** For which shares the proposal waits; nobody can make it before. */
export function UncertifiedShown({ evaluation: { awaitsCertification } }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  if (awaitsCertification.length === 0) return null;
  const objectives = [...new Set(awaitsCertification.map(({ objectiveId }) => objectiveId))];
  return (
    <p className="notice">
      <span>
        {t('evaluation.awaitsCertification')}{' '}
        {objectives.map((objectiveId, index) => (
          <Fragment key={objectiveId}>
            {index > 0 && ', '}
            <ShareLink objectiveId={objectiveId} />
          </Fragment>
        ))}
        .
      </span>
    </p>
  );
}
