import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toFact } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import { useMe } from '../session/session.js';
import { actsOn, mayDo, type Objective, type Share } from './offers.js';

/** What the plan asks of a share by no day: nobody is reminded of it until one is known. */
export function WithoutDay({ objective, share, closed }: WithoutDayProps) {
  const { t } = useTranslation();
  const me = useMe();
  const found = objective.deadlines.filter(
    (deadline) =>
      deadline.shareIds.includes(share.shareId) &&
      (deadline.kind === 'relative' ||
        deadline.kind === 'after' ||
        (deadline.kind === 'as-of' && deadline.dueOn === undefined)),
  );
  if (found.length === 0) return null;
  const mayTell = actsOn(share, closed).includes('progress') && mayDo('progress', share, me);
  return (
    <>
      <p className="quiet">{t('share.withoutDay')}</p>
      <ul className="quiet">
        {found.map(({ id, kind, text }) => (
          <li key={id}>
            {text}
            {kind === 'relative' && <Counted share={share} deadlineId={id} />}
            {kind === 'relative' && mayTell && (
              <>
                {' '}
                <Link
                  className="act-link"
                  to={toFact({ objectiveId: objective.objectiveId, shareId: share.shareId }, id)}
                  aria-label={t('share.tellFactOf', { text })}
                >
                  {t('share.tellFact')}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** From which fact it counts, and once that is told, when it falls due. */
function Counted({ share, deadlineId }: { readonly share: Share; readonly deadlineId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const days = share.due.filter((due) => due.deadlineId === deadlineId).map(({ dueOn }) => dueOn);
  const told = days.toSorted().map((day) => formats.day(day));
  return ` (${told.length === 0 ? t('share.counted') : t('share.begun', { days: told.join(', ') })})`;
}

interface WithoutDayProps {
  readonly objective: Objective;
  readonly share: Share;
  /** Whether the whole objective is. */
  readonly closed: boolean;
}
