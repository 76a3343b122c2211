import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { toObjective, toShareAct } from '../../places.js';
import { Progress } from '../../ui/progress.js';
import { useFormats } from '../../words/use-formats.js';
import { numberOf } from '../objectives/number-of.js';
import { StatusTag } from '../objectives/status-tag.js';
import { useMe } from '../session/session.js';

type Objective = Answer<'objectives'>['objectives'][number];

const REPORTING = new Set(['acknowledged', 'in-progress', 'rendicontazione-returned']);

/** The shares that the office answers for, each with the way to report how far it is. */
export function OwnShares() {
  const { t } = useTranslation();
  const { user } = useMe();
  const { data } = useQuery(query('objectives', { query: { limit: 500 } }));
  const mine = (data?.objectives ?? []).flatMap((objective) =>
    objective.shares.filter(({ office }) => office === user.office).map((share) => ({ objective, share })),
  );
  if (mine.length === 0) return null;
  return (
    <section className="panel">
      <h2>
        {t('inbox.ownShares')} <span className="count">{mine.length}</span>
      </h2>
      <ul className="own-shares">
        {mine.map(({ objective, share }) => (
          <OwnShare key={`${objective.objectiveId} ${share.shareId}`} objective={objective} share={share} />
        ))}
      </ul>
    </section>
  );
}

function OwnShare({ objective, share }: { objective: Objective; share: Objective['shares'][number] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { objectiveId, title } = objective;
  return (
    <li>
      <p className="inbox-title">
        <Link to={toObjective(objectiveId)}>
          <span className="number">{numberOf(objectiveId)}</span> {title}
        </Link>
      </p>
      <p className="own-share-state">
        <StatusTag status={share.status} reopened={share.reopened} />
        {share.unit !== null && <span className="quiet">{share.unit}</span>}
        {share.weight !== null && (
          <span className="quiet">
            {t('objective.weight')} {formats.decimal(share.weight)}
          </span>
        )}
      </p>
      <div className="own-share-progress">
        <Progress percent={share.progress} />
        {REPORTING.has(share.status) && (
          <Link
            to={toShareAct('progress', { objectiveId, shareId: share.shareId })}
            className="btn btn-outline-primary btn-xs"
            aria-label={t('objective.updateOf', { title })}
          >
            {t('objective.update')}
          </Link>
        )}
      </div>
    </li>
  );
}
