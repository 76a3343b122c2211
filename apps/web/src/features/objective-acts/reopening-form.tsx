import { useTranslation } from 'react-i18next';
import { DraftNote } from '../drafts/draft-note.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { ByActFields } from './by-act-fields.js';
import { PreviewedSend } from './previewed-send.js';
import { ReasonField } from './reason-field.js';
import { useShareForm } from './use-share-form.js';

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
      <ReasonField wrong={errors.reason} {...form.register('reason')} />
      <ByActFields form={form} kinds={kinds} />
      <PreviewedSend sending={sending} label={t('lifecycle.reopen')} tone="danger" />
    </form>
  );
}
