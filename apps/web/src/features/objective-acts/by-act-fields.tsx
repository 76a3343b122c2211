import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ActField } from './act-field.js';
import { asAct, type TypedAct } from './act-fields.js';
import { HappenedOn } from './happened-on.js';
import { wrongAt } from './refused-at.js';

/** The act that something is done by, and when it happened: on the act's own day unless told. */
export function ByActFields<Typed extends FieldValues & { readonly act: TypedAct; readonly occurredOn: string }>({
  form,
  ...act
}: ByActFieldsProps<Typed>) {
  const { t } = useTranslation();
  const name = 'occurredOn' as Path<Typed>;
  const withAct = act.none === undefined || asAct(form.watch('act' as Path<Typed>)) !== null;
  return (
    <>
      <ActField form={form} {...act} />
      <HappenedOn
        hint={withAct ? t('lifecycle.happenedWithAct') : undefined}
        day={form.watch(name)}
        error={wrongAt(form.formState.errors['occurredOn'], t('form.date'))}
        {...form.register(name)}
      />
    </>
  );
}

interface ByActFieldsProps<Typed extends FieldValues> {
  readonly form: Pick<UseFormReturn<Typed, unknown, FieldValues>, 'control' | 'register' | 'watch' | 'formState'>;
  /** Of which the step takes one; none: any. */
  readonly kinds: readonly string[];
  /** What the first choice is called where there may be no act. */
  readonly none?: string;
}
