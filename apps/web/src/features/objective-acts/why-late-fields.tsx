import { Controller, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Select, TextArea } from '../../ui/field.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { HappenedOn } from './happened-on.js';
import { wrongAt } from './refused-at.js';

const reasons = ['third-party', 'upstream-area', 'resources', 'force-majeure', 'other'] as const;

export interface WhyLate {
  readonly justification: { readonly reason: string; readonly note: string };
  readonly evidence: readonly Evidence[];
  readonly occurredOn: string;
}

export const unsaid: WhyLate = { justification: { reason: '', note: '' }, evidence: [], occurredOn: '' };

/** Why something was late, what proves it, and when it happened. */
export function WhyLateFields<Typed extends FieldValues & WhyLate>({ form }: WhyLateFieldsProps<Typed>) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  const at = (name: 'justification.reason' | 'justification.note' | 'evidence' | 'occurredOn') => name as Path<Typed>;
  const wrong = errors['justification'] as { readonly reason?: object; readonly note?: object } | undefined;
  return (
    <>
      <Select
        label={t('act.reason')}
        error={wrongAt(wrong?.reason, t('act.reasonMissing'))}
        {...form.register(at('justification.reason'))}
      >
        <option value="" />
        {reasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`event.lateReason.${reason}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('act.justification')}
        hint={t('act.justificationHint')}
        error={wrongAt(wrong?.note, t('form.required'))}
        {...form.register(at('justification.note'))}
      />
      <Controller
        control={form.control}
        name={at('evidence')}
        render={({ field }) => (
          <EvidenceField label={t('act.evidence')} value={field.value} onChange={field.onChange} />
        )}
      />
      <HappenedOn
        day={form.watch(at('occurredOn'))}
        error={wrongAt(errors['occurredOn'], t('form.date'))}
        {...form.register(at('occurredOn'))}
      />
    </>
  );
}

interface WhyLateFieldsProps<Typed extends FieldValues> {
  readonly form: Pick<UseFormReturn<Typed, unknown, FieldValues>, 'control' | 'register' | 'watch' | 'formState'>;
}
