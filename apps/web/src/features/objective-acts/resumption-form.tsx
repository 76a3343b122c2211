import { useTranslation } from 'react-i18next';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { ByActFields } from './by-act-fields.js';
import { ReasonField } from './reason-field.js';
import { useShareForm } from './use-share-form.js';

/** Work goes on before its last day of rest. */
export function ResumptionForm(props: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const kinds = useActKinds(props.objective, 'resume');
  const { suspension } = props.share.moves;
  const { form, act, onSubmit } = useShareForm('resume', props, {
    blank: { reason: '', act: noAct, occurredOn: '' },
    toSent: ({ reason, act: typed }) => ({ reason, act: asAct(typed) }),
    said: () => t('lifecycle.resumed'),
  });
  const { errors } = form.formState;
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      {suspension !== null && (
        <p>
          {t('lifecycle.resumeLead', {
            from: formats.longDay(suspension.from),
            until: formats.longDay(suspension.until),
          })}
        </p>
      )}
      <ReasonField wrong={errors.reason} {...form.register('reason')} />
      <ByActFields form={form} kinds={kinds} none={t('lifecycle.noAct')} />
      <SendBar label={t('lifecycle.resume')} act={act} />
    </form>
  );
}
