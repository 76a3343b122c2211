import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import type { Approval } from './approval-of.js';

type Returned = Pick<Approval, 'points' | 'returnBy' | 'integration'>;

/** What was asked for when something came back, of whom, and by when; nothing of what did not come back. */
export function ReturnedPoints({ approval: { points, returnBy, integration } }: { readonly approval: Returned }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  if (integration === null) return null;
  return (
    <div className="notice notice-waiting">
      <div>
        <p>
          <strong>{t('approval.points')}</strong>
          {returnBy !== null && ` ${t('approval.returnBy', { day: formats.longDay(returnBy) })}`}{' '}
          {integration.overdue && <Tag tone="bad">{t('approval.overdueTag')}</Tag>}
        </p>
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p className="quiet">{t('approval.integrates', { office: nameOf(integration.office) })}</p>
      </div>
    </div>
  );
}
