import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toShareAct, type ShareAct } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { actWords } from '../events/event-words.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMe } from '../session/session.js';
import { dueText } from './due-words.js';
import { actsOn, awaitsDecision, isJudgedBy, mayBeJustified, mayDo, type Share } from './offers.js';

type Due = Share['due'][number];

const tones: Readonly<Record<Due['status'], Tone>> = {
  open: 'primary',
  met: 'good',
  missed: 'bad',
  late: 'attention',
  void: 'plain',
  moved: 'plain',
};

/** More than so many are folded: a weekly report has half a hundred. */
const FEW = 8;

/** When a share must have done what, and what became of it. */
export function Deadlines({ share, closed }: DeadlinesProps) {
  const { t } = useTranslation();
  const me = useMe();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const [all, setAll] = useState(false);
  const many = share.due.length > FEW;
  const rows = useMemo(() => {
    const sorted = share.due.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    if (!many || all) return sorted;
    const missed = sorted.filter((due) => due.status === 'missed' || due.lifted !== null || awaitsDecision(due));
    return [...missed, ...sorted.filter(({ status }) => status === 'open').slice(0, 5)];
  }, [share.due, many, all]);
  const acts = useMemo(() => new Set(actsOn(share, closed)), [share, closed]);
  const columns = useMemo<readonly Column<Due>[]>(
    () => [
      {
        id: 'dueOn',
        header: t('dashboard.dueOn'),
        sortBy: ({ dueOn }) => dueOn,
        cell: ({ dueOn }) => <span className="nowrap">{formats.day(dueOn)}</span>,
      },
      { id: 'what', header: t('dashboard.what'), cell: (due) => dueText(due, t) },
      {
        id: 'status',
        header: t('objective.status_'),
        sortBy: ({ status }) => status,
        cell: (due) => (
          <>
            <Tag tone={due.frozen ? 'plain' : tones[due.status]}>
              {due.frozen ? t('share.frozen') : t(`share.due.${due.status}`)}
            </Tag>{' '}
            {due.justification !== null && (
              <Tag tone={due.justification === 'accepted' ? 'good' : 'plain'}>
                {[
                  t(`share.justification.${due.justification}`),
                  due.effect === null ? null : t(`share.effect.${due.effect}`),
                ]
                  .filter((word) => word !== null)
                  .join(', ')}
              </Tag>
            )}
            {due.lifted !== null && (
              <span className="quiet">
                {t(liftedKey(due.lifted), {
                  act: actWords(due.lifted.act),
                  day: formats.dayOfInstant(due.lifted.recordedAt),
                })}
              </span>
            )}
            {due.judging?.stuck !== undefined && (
              <span className="quiet">
                {t('share.nobodyDecides', { offices: due.judging.offices.map(nameOf).join(', ') })}
              </span>
            )}
            {due.nil && <span className="quiet"> {t('share.nil')}</span>}
          </>
        ),
      },
      {
        id: 'answeredOn',
        header: t('share.answeredOn'),
        cell: ({ answeredOn }) => (answeredOn === null ? '–' : formats.day(answeredOn)),
      },
      {
        id: 'act',
        header: t('share.actColumn'),
        cell: (due) =>
          actsOnDue(due, me.user)
            .filter((act) => acts.has(act) && mayDo(act, share, me))
            .map((act) => (
              <Link key={act} to={toShareAct(act, due, due)} className="act-link">
                {t(`share.do.${act}`)}
              </Link>
            )),
      },
    ],
    [t, formats, nameOf, acts, me, share],
  );
  return (
    <>
      <Table
        caption={t('share.deadlines')}
        none={t('share.noDeadlines')}
        columns={columns}
        rows={rows}
        keyOf={({ deadlineId, instance }) => `${deadlineId} ${instance}`}
      />
      {many && (
        <button
          type="button"
          className="btn btn-outline-primary btn-xs mb-3"
          onClick={() => setAll((before) => !before)}
        >
          {all ? t('share.showOpenDeadlines') : t('share.showAllDeadlines', { count: share.due.length })}
        </button>
      )}
    </>
  );
}

interface DeadlinesProps {
  readonly share: Share;
  /** Whether the whole objective is. */
  readonly closed: boolean;
}

/** What somebody could do about one of them. */
function actsOnDue(due: Due, user: Parameters<typeof isJudgedBy>[1]): readonly ShareAct[] {
  if (due.status === 'open') return due.frozen ? [] : ['progress'];
  if (isJudgedBy(due, user)) return ['decision'];
  return [
    ...(due.status === 'missed' ? (['late-fulfilment'] as const) : []),
    ...(mayBeJustified(due) ? (['justification'] as const) : []),
  ];
}

function liftedKey({ variationId, isRemoved }: NonNullable<DeadlinesProps['share']['due'][number]['lifted']>) {
  if (isRemoved === true) return 'share.liftedByRemoval';
  return variationId === null ? 'share.liftedByRest' : 'share.lifted';
}
