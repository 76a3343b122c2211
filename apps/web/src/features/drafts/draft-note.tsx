import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';

/** Says that the form began with what was typed before, and lets it be thrown away. */
export function DraftNote({ form }: { readonly form: { readonly keptAt: number | null; discardDraft: () => void } }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (form.keptAt === null) return null;
  return (
    <div className="notice" role="status">
      <Icon name="it-restore" />
      <p>{t('form.draftFrom', { when: formats.instant(new Date(form.keptAt).toISOString()) })}</p>
      <button type="button" className="btn btn-link btn-xs" onClick={form.discardDraft}>
        {t('form.discardDraft')}
      </button>
    </div>
  );
}
