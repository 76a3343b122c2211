import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toRectification } from '../../places.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceList } from '../documents/evidence-list.js';
import type { Objective, Share } from './offers.js';

/** What was reported, newest first, each with what it said before it was rectified. */
export function ProgressReports({ objective, share, mayRectify }: ProgressReportsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const reports = share.progressReports.toReversed();
  return (
    <section>
      <h3>{t('share.reports')}</h3>
      {reports.length === 0 && <p className="quiet">{t('share.noReports')}</p>}
      <ul className="reports">
        {reports.map(({ progressId, value, note, evidence, occurredOn, late, earlier }) => (
          <li key={progressId}>
            <p className="report-head">
              <strong>{value === null ? t('share.nil') : formats.percent(value)}</strong>
              <span className="quiet">{formats.longDay(occurredOn)}</span>
              {late && <Tag tone="attention">{t('event.late')}</Tag>}
              {mayRectify && (
                <Link to={toRectification(objective.objectiveId, share.shareId, progressId)}>{t('share.rectify')}</Link>
              )}
            </p>
            {note !== '' && <p>{note}</p>}
            <EvidenceList evidence={evidence} />
            {earlier.map((before, index) => (
              <p key={index} className="quiet">
                {t('share.said', { value: formats.percent(before.value) })}
                {before.note !== '' && ` – ${before.note}`}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ProgressReportsProps {
  readonly objective: Objective;
  readonly share: Share;
  readonly mayRectify: boolean;
}
