import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '../../ui/field.js';

/** What an act says of itself, as it is typed. */
export interface TypedDetails {
  readonly organ: string;
  readonly title: string;
  /** Empty: from its date. */
  readonly effectiveFrom: string;
}

/** Who decided it, what it is about, from when it has effect. */
export function DetailsFields<Typed extends FieldValues & TypedDetails>({ form }: DetailsFieldsProps<Typed>) {
  const { t } = useTranslation();
  const errors: FieldErrors = form.formState.errors;
  const field = (name: keyof TypedDetails) => form.register(name as Path<Typed>);
  return (
    <>
      <TextField
        label={t('acts.organ')}
        hint={t('acts.organHint')}
        error={errors['organ'] && t('form.required')}
        {...field('organ')}
      />
      <TextArea label={t('acts.about')} rows={3} error={errors['title'] && t('form.required')} {...field('title')} />
      <TextField
        label={t('acts.effectiveFrom')}
        type="date"
        optional
        hint={t('acts.effectiveHint')}
        error={errors['effectiveFrom'] && t('form.date')}
        {...field('effectiveFrom')}
      />
    </>
  );
}

interface DetailsFieldsProps<Typed extends FieldValues> {
  readonly form: Pick<UseFormReturn<Typed, unknown, FieldValues>, 'register' | 'formState'>;
}
