import { useId } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';

/** One area or office among the others. */
export function OfficeRow({ number, id, name, kind, namesake, invalid, onRemove }: OfficeRowProps) {
  const { t } = useTranslation();
  const error = useId();
  return (
    <li className={`office-row field ${invalid ? 'invalid' : ''}`}>
      <input
        className="form-control"
        aria-label={t('body.officeNameOf', { row: String(number) })}
        aria-invalid={invalid}
        aria-describedby={invalid || namesake !== null ? error : undefined}
        placeholder={t('body.officeName')}
        maxLength={200}
        {...name}
      />
      <select className="form-select" aria-label={t('body.officeKindOf', { row: String(number) })} {...kind}>
        <option value="area">{t('body.kind.area')}</option>
        <option value="office">{t('body.kind.office')}</option>
      </select>
      <span className="office-id mono quiet" title={t('body.officeId')}>
        {id === '' ? t('body.officeIdNew') : id}
      </span>
      <button type="button" className="btn-plain" onClick={onRemove}>
        <Icon name="it-delete" title={t('body.removeRow', { row: String(number) })} />
      </button>
      {invalid && (
        <p id={error} className="field-error">
          {t('body.officeMissing')}
        </p>
      )}
      {!invalid && namesake !== null && (
        <p id={error} className="field-error" role="status">
          {t('body.officeNamesake', namesake)}
        </p>
      )}
    </li>
  );
}

interface OfficeRowProps {
  readonly number: number;
  /** Empty for a new one. */
  readonly id: string;
  readonly name: UseFormRegisterReturn;
  readonly kind: UseFormRegisterReturn;
  /** The office that has this name already, and the id that this one gets. */
  readonly namesake: { readonly id: string; readonly other: string } | null;
  readonly invalid: boolean;
  readonly onRemove: () => void;
}
