import type { FieldValues, Path, UseFormRegister } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/field.js';

export interface TypedAct {
  readonly kind: string;
  readonly number: string;
  readonly date: string;
}

export const noAct: TypedAct = { kind: '', number: '', date: '' };

/** An act as it is sent; null where nothing was typed. */
export function asAct({ kind, number, date }: TypedAct) {
  if (kind === '' && number === '' && date === '') return null;
  return { kind: kind.trim(), number: number.trim(), date: date === '' ? null : date };
}

/** Kind, number and date of an act of the body. */
export function ActFields<Typed extends FieldValues & { readonly act: TypedAct }>({
  register,
  missing,
}: {
  readonly register: UseFormRegister<Typed>;
  readonly missing: boolean;
}) {
  const { t } = useTranslation();
  const name = (field: keyof TypedAct) => `act.${field}` as Path<Typed>;
  return (
    <fieldset className="act-fields">
      <legend>{t('act.actTitle')}</legend>
      <div className="side-by-side">
        <TextField label={t('act.actKind')} hint={t('act.actKindHint')} maxLength={40} {...register(name('kind'))} />
        <TextField label={t('act.actNumber')} maxLength={40} {...register(name('number'))} />
        <TextField label={t('act.actDate')} type="date" {...register(name('date'))} />
      </div>
      {missing && (
        <p className="field-error" role="alert">
          {t('act.actMissing')}
        </p>
      )}
    </fieldset>
  );
}
