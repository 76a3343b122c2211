import { Controller, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { TypedAct } from './act-fields.js';
import { ActPicker } from './act-picker.js';
import { wrongAt } from './refused-at.js';

/** The act of a form. */
export function ActField<Typed extends FieldValues & { readonly act: TypedAct }>({
  form,
  ...picker
}: ActFieldProps<Typed>) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name={'act' as Path<Typed>}
      render={({ field, formState: { errors } }) => (
        <ActPicker
          {...picker}
          value={field.value as TypedAct}
          onChange={field.onChange}
          fieldRef={field.ref}
          error={wrongAt(errors['act'], t('lifecycle.actMissing'))}
        />
      )}
    />
  );
}

interface ActFieldProps<Typed extends FieldValues> {
  readonly form: Pick<UseFormReturn<Typed, unknown, FieldValues>, 'control'>;
  /** Of which the step takes one; none: any. */
  readonly kinds: readonly string[];
  /** What the first choice is called where there may be none. */
  readonly none?: string;
}
