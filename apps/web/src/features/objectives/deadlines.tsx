import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toShareAct } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import type { Share } from './offers.js';

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
export function Deadlines({ share, offered }: DeadlinesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const many = share.due.length > FEW;
  const rows = useMemo(() => {
    const sorted = share.due.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    if (!many || all) return sorted;
    const missed = sorted.filter(({ status }) => status === 'missed');
    return [...missed, ...sorted.filter(({ status }) => status === 'open').slice(0, 5)];
  }, [share.due, many, all]);
  const columns = useMemo<readonly Column<Due>[]>(
    () => [
      {
        id: 'dueOn',
        header: t('dashboard.dueOn'),
        sortBy: ({ dueOn }) => dueOn,
        cell: ({ dueOn }) => <span className="nowrap">{formats.day(dueOn)}</span>,
      },
      { id: 'what', header: t('dashboard.what'), cell: ({ text }) => (text === '' ? t('share.endOfPlan') : text) },
      {
        id: 'status',
        header: t('objective.status_'),
        sortBy: ({ status }) => status,
        cell: (due) => (
          <>
            <Tag tone={tones[due.status]}>{t(`share.due.${due.status}`)}</Tag>
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
        cell: ({ objectiveId, shareId, deadlineId, instance, status }) => {
          const act = status === 'open' ? 'progress' : 'late-fulfilment';
          if (!offered || (status !== 'open' && status !== 'missed')) return null;
          return (
            <Link to={toShareAct(act, { objectiveId, shareId }, { deadlineId, instance })}>{t(`share.do.${act}`)}</Link>
          );
        },
      },
    ],
    [t, formats, offered],
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
  /** Whether who looks may answer them. */
  readonly offered: boolean;
}
