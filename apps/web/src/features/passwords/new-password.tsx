import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { PasswordField } from '../../ui/password-field.js';
import { SHORTEST, type PasswordStanding } from './password-rules.js';

/** Where a password is chosen, with the rules beside it while it is typed. */
export function NewPassword({ standing, ...field }: NewPasswordProps) {
  const { t } = useTranslation();
  const { length, longEnough, shortEnough, ownWords } = standing;
  return (
    <>
      <PasswordField {...field} label={t('password.new')} autoComplete="new-password" hint={t('password.advice')} />
      <section className="password-rules" aria-label={t('password.rules')}>
        <ul className="plain-list">
          <Rule met={longEnough && shortEnough}>
            {t('password.rule.length', { shortest: String(SHORTEST), length: String(length) })}
          </Rule>
          <Rule met={length > 0 && ownWords}>{t('password.rule.telling')}</Rule>
          <Rule met={null}>{t('password.rule.common')}</Rule>
        </ul>
      </section>
    </>
  );
}

interface NewPasswordProps extends Omit<ComponentProps<typeof PasswordField>, 'label'> {
  readonly standing: PasswordStanding;
}

/** @param met  null: not known before it is sent */
function Rule({ met, children }: { readonly met: boolean | null; readonly children: string }) {
  const { t } = useTranslation();
  return (
    <li className={met === true ? 'met' : ''}>
      <Icon name={met === null ? 'it-info-circle' : met ? 'it-check-circle' : 'it-minus-circle'} size="xs" />
      <span>
        {children}
        {met !== null && (
          <span className="visually-hidden">: {t(met ? 'password.ruleMet' : 'password.ruleNotMet')}</span>
        )}
      </span>
    </li>
  );
}
