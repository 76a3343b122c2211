import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { Answered } from '../../ui/answered.js';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';
import { DueTable } from './due-table.js';
import type { Week } from './weeks.js';

/** What falls due in one week of one area. */
export function WeekDeadlines({ week, area, planId, onClose }: WeekDeadlinesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { from, to, areaId } = week;
  const asked = useQuery(query('deadlines', { query: { planId, area: areaId, from, to } }));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [from, areaId]);
  const title = `${area}, ${t('dashboard.week', { day: formats.longDay(from) })}`;
  return (
    <section className="week-deadlines" aria-label={title}>
      <div className="dialog-head">
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <button type="button" className="btn-plain" onClick={onClose}>
          <Icon name="it-close" title={t('app.close')} />
        </button>
      </div>
      <Answered asked={asked}>
        {({ deadlines }) => <DueTable caption={title} none={t('share.noDeadlines')} items={deadlines} />}
      </Answered>
    </section>
  );
}

interface WeekDeadlinesProps {
  readonly week: Week;
  readonly area: string;
  readonly planId: string;
  readonly onClose: () => void;
}
