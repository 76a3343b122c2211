import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';

/** Of a fact that was recorded after its day: that it was, and which day it was. */
export function LateTag({ fact }: { readonly fact: { readonly late: boolean; readonly occurredOn: string } }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!fact.late) return null;
  return (
    <Tag tone="attention">
      {t('event.late')}: {t('event.occurredOn', { day: formats.longDay(fact.occurredOn) })}
    </Tag>
  );
}
