import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';

interface Props {
  readonly due: readonly { readonly deadlineId: string; readonly instance: string; readonly dueOn: string }[];
  /** `before` it is sent, to whoever writes it; `after`, to whoever judges it. */
  readonly when: 'before' | 'after';
}

/** Days that are named; of a weekly report there may be many. */
const NAMED = 3;

/** What a report comes before: deadlines that were neither answered nor past. */
export function StillDue({ due, when }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const days = [...new Set(due.map(({ dueOn }) => dueOn))].toSorted();
  if (days.length === 0) return null;
  const named = days.slice(0, NAMED).map(formats.longDay).join(', ');
  const count = days.length - NAMED;
  return (
    <div className="notice notice-waiting">
      <p>
        {t(`share.stillDue.${when}`, { days: named })}
        {count > 0 && ` ${t('share.stillDue.more', { count })}`}
      </p>
    </div>
  );
}
