import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../../client/queries.js';
import { toObjective, toPlan } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { eventNotes, eventTitle, type Entry } from '../events/event-words.js';
import { LateTag } from '../events/late-tag.js';
import { isSystem } from '../events/timeline.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';

/** Events in words, each with the way to what it is about and its hash. */
export function AuditTable({ events }: { readonly events: readonly Entry[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const objectives = useQuery(query('objectives', { query: { limit: 500 } }));
  const columns = useMemo<readonly Column<Entry>[]>(() => {
    const titles = new Map(objectives.data?.objectives.map(({ objectiveId, title }) => [objectiveId, title]));
    const telling = { t, formats, nameOf };
    return [
      {
        id: 'when',
        header: t('auditTrail.when'),
        cell: ({ recordedAt }) => <span className="nowrap">{formats.instant(recordedAt)}</span>,
      },
      {
        id: 'who',
        header: t('auditTrail.who'),
        cell: (entry) => (isSystem(entry) ? t('auditTrail.system') : nameOf(entry.actor.office)),
      },
      {
        id: 'event',
        header: t('auditTrail.event'),
        heading: true,
        cell: (entry) => (
          <>
            {eventTitle(entry, telling)} <LateTag fact={entry} />
            <details>
              <summary>{t('event.details')}</summary>
              <ul>
                {eventNotes(entry, telling).map((note) => (
                  <li key={note}>{note}</li>
                ))}
                <li>{t('event.occurredOn', { day: formats.longDay(entry.occurredOn) })}</li>
                {entry.hash !== null && (
                  <li>
                    {t('event.hash')}: <span className="mono hash">{entry.hash}</span>
                  </li>
                )}
              </ul>
            </details>
          </>
        ),
      },
      {
        id: 'about',
        header: t('auditTrail.about'),
        cell: ({ objectiveId, planId }) =>
          objectiveId !== null ? (
            <Link to={toObjective(objectiveId)}>
              {numberOf(objectiveId)} {titles.get(objectiveId)}
            </Link>
          ) : planId !== null ? (
            <Link to={toPlan(planId)}>
              {t('plan.title')} {planId}
            </Link>
          ) : (
            '–'
          ),
      },
    ];
  }, [t, formats, nameOf, objectives.data]);
  return (
    <Table
      caption={t('auditTrail.shown', { count: events.length })}
      none={t('auditTrail.none')}
      columns={columns}
      rows={events}
      keyOf={({ position, id }) => `${position} ${id}`}
    />
  );
}
