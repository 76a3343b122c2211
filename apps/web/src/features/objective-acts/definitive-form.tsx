import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import type { ActProps } from './act-props.js';
import { HappenedOn } from './happened-on.js';
import { useShareForm, wrongAt } from './use-share-form.js';

/** Nothing can be said against the degree any more. */
export function DefinitiveForm(props: ActProps) {
  const { t } = useTranslation();
  const { form, act, onSubmit } = useShareForm('makeDefinitive', props, {
    blank: { note: '', occurredOn: '' },
    toSent: ({ note }) => ({ note }),
    said: () => t('lifecycle.madeDefinitive'),
  });
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      <p>{t('lifecycle.definitiveLead')}</p>
      <TextArea label={t('lifecycle.note')} optional rows={2} {...form.register('note')} />
      <HappenedOn
        day={form.watch('occurredOn')}
        error={wrongAt(form.formState.errors.occurredOn, t('form.date'))}
        {...form.register('occurredOn')}
      />
      <SendBar label={t('lifecycle.definitive')} act={act} />
    </form>
  );
}
