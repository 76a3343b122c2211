import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import type { Account } from './roles.js';

/** How an account stands: what keeps its person from entering, if anything. */
export function Standing({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { disabledAt, lockedUntil, hasPassword } = account;
  if (disabledAt !== null) return <Tag tone="plain">{t('people.disabled')}</Tag>;
  if (lockedUntil !== null) return <Tag tone="bad">{t('people.locked', { when: formats.instant(lockedUntil) })}</Tag>;
  if (!hasPassword) return <Tag tone="attention">{t('people.invited')}</Tag>;
  return <Tag tone="good">{t('people.active')}</Tag>;
}
