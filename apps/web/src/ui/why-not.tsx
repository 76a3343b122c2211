import { whoCould } from '#contract';
import { useTranslation } from 'react-i18next';
import { language } from '../client/language.js';
import { useKnownOfficeNames } from '../features/offices/offices.js';
import { useMe } from '../features/session/session.js';

/** Beside something that these roles do not allow: who could. */
export function WhyNot({ action }: { readonly action: string }) {
  const { t } = useTranslation();
  const { others, otherOffices } = useMe();
  const nameOf = useKnownOfficeNames();
  const facts = { action, roles: (others[action] ?? []).join(', '), offices: (otherOffices[action] ?? []).join(', ') };
  const { what = action, who = '–' } = whoCould(language.get(), facts, nameOf);
  return <p className="quiet">{t('app.deniedText', { what, who })}</p>;
}
