import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';

/** By which day something is wanted, or was. */
export function DueTag({ day, past }: { readonly day: string; readonly past: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Tag tone={past ? 'bad' : 'attention'}>
      {t(past ? 'inbox.wasDueOn' : 'inbox.dueOn', { day: formats.longDay(day) })}
    </Tag>
  );
}
