import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { HappenedOn } from './happened-on.js';
import { useShareForm, wrongAt } from './use-share-form.js';

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
      <TextArea
        label={t('lifecycle.reason')}
        hint={t('lifecycle.whoReads')}
        rows={3}
        error={wrongAt(errors.reason, t('act.reasonNeeded'))}
        {...form.register('reason')}
      />
      <ActField form={form} kinds={kinds} none={t('lifecycle.noAct')} />
      <HappenedOn
        hint={asAct(form.watch('act')) === null ? undefined : t('lifecycle.happenedWithAct')}
        day={form.watch('occurredOn')}
        error={wrongAt(errors.occurredOn, t('form.date'))}
        {...form.register('occurredOn')}
      />
      <SendBar label={t('lifecycle.resume')} act={act} />
    </form>
  );
}
