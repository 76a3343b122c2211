import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { ByActFields } from './by-act-fields.js';
import { useShareForm } from './use-share-form.js';

/** Nothing can be said against the degree any more. */
export function DefinitiveForm(props: ActProps) {
  const { t } = useTranslation();
  const kinds = useActKinds(props.objective, 'make-definitive');
  const { form, act, onSubmit } = useShareForm('makeDefinitive', props, {
    blank: { note: '', act: noAct, occurredOn: '' },
    toSent: ({ note, act: typed }) => ({ note, act: asAct(typed) }),
    said: () => t('lifecycle.madeDefinitive'),
  });
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      <p>{t('lifecycle.definitiveLead')}</p>
      <TextArea label={t('lifecycle.note')} optional rows={2} {...form.register('note')} />
      <ByActFields form={form} kinds={kinds} {...(kinds.length === 0 && { none: t('lifecycle.noAct') })} />
      <SendBar label={t('lifecycle.definitive')} act={act} />
    </form>
  );
}
