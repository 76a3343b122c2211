import { useTranslation } from 'react-i18next';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { mayBeJustified } from '../objectives/offers.js';
import { useDefinitionInForce } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { firstOf, instanceIn, MissedField } from './missed-field.js';
import { wrongAt } from './refused-at.js';
import { useShareForm } from './use-share-form.js';
import { unsaid, WhyLateFields } from './why-late-fields.js';

/** Why a deadline was missed, for those who decide on it. */
export function JustificationForm(props: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const steps = useDefinitionInForce()?.chains.justification?.steps.map(({ name }) => name[formats.language]);
  const among = props.share.due.filter(mayBeJustified);
  const { form, act, onSubmit } = useShareForm('justify', props, {
    blank: {
      missed: firstOf(among, props.occasion),
      ...unsaid,
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
      <WhyLateFields form={form} />
      <SendBar label={t('lifecycle.justify')} act={act} />
    </form>
  );
}
