import { useId } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
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

const FIELDS = ['kind', 'number', 'date'] as const;

/** What is to be mended of an act that is refused: what is empty, else all of it. */
export function wrongIn(act: TypedAct): readonly (keyof TypedAct)[] {
  const empty = FIELDS.filter((field) => act[field].trim() === '');
  return empty.length > 0 ? empty : FIELDS;
}

/** Kind, number and date of an act of the body. */
export function ActFields<Typed extends FieldValues & { readonly act: TypedAct }>({
  form: { register, watch },
  missing,
}: {
  readonly form: Pick<UseFormReturn<Typed, unknown, FieldValues>, 'register' | 'watch'>;
  readonly missing: boolean;
}) {
  const { t } = useTranslation();
  const errorId = useId();
  const wrong = missing ? wrongIn(watch('act' as Path<Typed>)) : [];
  const typed = (field: keyof TypedAct) => ({
    errorId: wrong.includes(field) ? errorId : undefined,
    ...register(`act.${field}` as Path<Typed>),
  });
  return (
    <fieldset className="act-fields">
      <legend>{t('act.actTitle')}</legend>
      <div className="side-by-side">
        <TextField label={t('act.actKind')} hint={t('act.actKindHint')} maxLength={40} {...typed('kind')} />
        <TextField label={t('act.actNumber')} maxLength={40} {...typed('number')} />
        <TextField label={t('act.actDate')} type="date" {...typed('date')} />
      </div>
      {missing && (
        <p id={errorId} className="field-error" role="alert">
          {t('act.actMissing')}
        </p>
      )}
    </fieldset>
  );
}
