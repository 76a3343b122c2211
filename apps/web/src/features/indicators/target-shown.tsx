import type { Target } from '#domain';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';

/** What an indicator is to reach, in a sentence; nothing where it has no figure. */
export function TargetShown({ target }: { readonly target: Target | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (target === null) return null;
  const value = formats.decimal(target.value) + (target.unit === '%' ? ' %' : '');
  return (
    <p className="quiet">
      {t('share.target')}: {t(`share.comparison.${target.comparison}`, { value })}
    </p>
  );
}
