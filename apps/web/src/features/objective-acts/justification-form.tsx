import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Select, TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { mayBeJustified } from '../objectives/offers.js';
import { useDefinitionInForce } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { HappenedOn } from './happened-on.js';
import { reasons } from './late-form.js';
import { firstOf, instanceIn, MissedField } from './missed-field.js';
import { useShareForm, wrongAt } from './use-share-form.js';

/** Why a deadline was missed, for those who decide on it. */
export function JustificationForm(props: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const steps = useDefinitionInForce()?.chains.justification?.steps.map(({ name }) => name[formats.language]);
  const among = props.share.due.filter(mayBeJustified);
  const { form, act, onSubmit } = useShareForm('justify', props, {
    blank: {
      missed: firstOf(among, props.occasion),
      justification: { reason: '', note: '' },
      evidence: [] as readonly Evidence[],
      occurredOn: '',
    },
    toSent: ({ missed, justification, evidence }) => ({ missed: instanceIn(missed), justification, evidence }),
    said: () => t('lifecycle.justified'),
  });
  const { errors } = form.formState;
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      <p>
        {steps === undefined || steps.length === 0
          ? t('lifecycle.justifyLeadShort')
          : t('lifecycle.justifyLead', { steps: steps.join(', ') })}
      </p>
      <MissedField among={among} error={wrongAt(errors.missed, t('form.required'))} {...form.register('missed')} />
      <Select
        label={t('act.reason')}
        error={wrongAt(errors.justification?.reason, t('act.reasonMissing'))}
        {...form.register('justification.reason')}
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
        error={wrongAt(errors.justification?.note, t('form.required'))}
        {...form.register('justification.note')}
      />
      <Controller
        control={form.control}
        name="evidence"
        render={({ field }) => (
          <EvidenceField label={t('act.evidence')} value={field.value} onChange={field.onChange} />
        )}
      />
      <HappenedOn
        day={form.watch('occurredOn')}
        error={wrongAt(errors.occurredOn, t('form.date'))}
        {...form.register('occurredOn')}
      />
      <SendBar label={t('lifecycle.justify')} act={act} />
    </form>
  );
}
