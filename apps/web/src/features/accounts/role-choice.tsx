import { useId } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { roles } from './roles.js';

/** Which roles, each with what it lets one do. */
export function RoleChoice({ field, error }: { readonly field: UseFormRegisterReturn; readonly error: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="field choices" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('people.roles')}</legend>
      {roles.map((role) => (
        <label key={role} className="choice">
          <input type="checkbox" value={role} aria-invalid={error} {...field} />
          <span>
            <strong>{t(`people.role.${role}`)}</strong>
            <span className="hint">{t(`people.roleHint.${role}`)}</span>
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="it-warning-circle" size="xs" /> {t('people.rolesMissing')}
        </p>
      )}
    </fieldset>
  );
}
