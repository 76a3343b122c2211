import { whoCould } from '#contract';
import { useTranslation } from 'react-i18next';
import { language } from '../client/language.js';
import { useMe } from '../features/session/session.js';

/** Beside something that these roles do not allow: who could. */
export function WhyNot({ action }: { readonly action: string }) {
  const { t } = useTranslation();
  const { others } = useMe();
  const { what = action, who = '–' } = whoCould(language.get(), { action, roles: (others[action] ?? []).join(', ') });
  return <p className="quiet">{t('app.deniedText', { what, who })}</p>;
}
