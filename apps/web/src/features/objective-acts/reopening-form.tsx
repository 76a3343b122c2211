import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/field.js';
import { DraftNote } from '../drafts/draft-note.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { HappenedOn } from './happened-on.js';
import { PreviewedSend } from './previewed-send.js';
import { useShareForm, wrongAt } from './use-share-form.js';

/** By act the report is judged anew, even after the close; looked at before it is sent. */
export function ReopeningForm(props: ActProps) {
  const { t } = useTranslation();
  const kinds = useActKinds(props.objective, 'reopen');
  const sending = useShareForm('reopen', props, {
    blank: { reason: '', act: noAct, occurredOn: '' },
    toSent: ({ reason, act }) => ({ reason, act: asAct(act) }),
    said: () => t('lifecycle.reopened'),
    previewFirst: true,
  });
  const { form } = sending;
  const { errors } = form.formState;
  return (
    <form className="panel" noValidate onSubmit={sending.onSubmit}>
      <DraftNote form={form} />
      <p>{t('lifecycle.reopenLead')}</p>
      <TextArea
        label={t('lifecycle.reason')}
        hint={t('lifecycle.whoReads')}
        rows={3}
        error={wrongAt(errors.reason, t('act.reasonNeeded'))}
        {...form.register('reason')}
      />
      <ActField form={form} kinds={kinds} />
      <HappenedOn
        hint={t('lifecycle.happenedWithAct')}
        day={form.watch('occurredOn')}
        error={wrongAt(errors.occurredOn, t('form.date'))}
        {...form.register('occurredOn')}
      />
      <PreviewedSend sending={sending} label={t('lifecycle.reopen')} tone="danger" />
    </form>
  );
}
